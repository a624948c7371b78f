/** Whether a link leads to where one is: the page itself or, unless `exact`, a page beneath it. */
export function isCurrentPath(path: string | null, href: string, exact = false) {
  if (!path) return false;
  const target = href.split(/[?#]/)[0] ?? href;
  if (path === target) return true;
  return !exact && target !== "/" && path.startsWith(`${target}/`);
}
