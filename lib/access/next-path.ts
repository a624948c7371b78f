/**
 * Where to go after signing in: a path of this same site, or null. Anything a browser would take to another site (a scheme, two
 * slashes, a backslash, control characters) is refused, and so are the doors themselves.
 */
export function nextPath(wanted: unknown): string | null {
  if (typeof wanted !== "string" || wanted.length > 500 || !/^\/(?![/\\])/.test(wanted)) return null;
  if (/[\\\p{Cc}]/u.test(wanted)) return null;
  const url = new URL(wanted, "http://same.site");
  if (url.origin !== "http://same.site" || url.pathname.startsWith("//")) return null;
  if (/^\/(sign-in|invitation|reset|api)(\/|$)/.test(url.pathname)) return null;
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}
