/** What is known of a click on a link. */
export type LinkClick = {
  href: string;
  target: string;
  isDownload: boolean;
  /** With a key held down, or another button: it opens somewhere else. */
  isElsewhere: boolean;
};

/** Where a click would take the page, within the portal; null when the page stays, or opens somewhere else. */
export function wayOut({ href, target, isDownload, isElsewhere }: LinkClick, here: string): string | null {
  if (isElsewhere || isDownload || (target !== "" && target !== "_self") || !URL.canParse(href, here)) return null;
  const [to, from] = [new URL(href, here), new URL(here)];
  // Other sites, and files to download, leave the page as a whole: the browser asks then.
  if (to.origin !== from.origin) return null;
  return to.pathname === from.pathname && to.search === from.search ? null : `${to.pathname}${to.search}${to.hash}`;
}
