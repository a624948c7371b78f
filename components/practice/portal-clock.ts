const NAME = "plumbline.clock";

/** No page that was kept on a device is older than this when it is shown. */
const OLDEST_PAGE_MS = 15 * 86_400_000;

let learned: number | null = null;

/**
 * Milliseconds the portal's clock is ahead of the device's, from what a page `told` and what was `known` before. A page that was
 * kept for a while tells too little and never too much; where it tells less by more than a page can be old, the device's
 * clock was set anew.
 */
export function portalAhead(told: number, known: number | null): number {
  if (known === null || told >= known) return told;
  return known - told < OLDEST_PAGE_MS ? known : told;
}

function stored(): number | null {
  try {
    const text = window.localStorage.getItem(NAME);
    return text === null || !Number.isFinite(Number(text)) ? null : Number(text);
  } catch {
    // Without storage this page's word is all there is.
    return null;
  }
}

function store(ahead: number): number {
  try {
    window.localStorage.setItem(NAME, String(ahead));
  } catch {
    // As above.
  }
  return ahead;
}

/** Milliseconds the portal's clock is ahead of this device's; `now` (ISO) is when the page was made. */
export function clockAhead(now: string): number {
  return learned ?? store(portalAhead(Date.parse(now) - Date.now(), stored()));
}

/** Notes the portal's clock (ISO) from an answer that has just come. It counts for more than any page. */
export function learnClock(now: string): void {
  const at = Date.parse(now);
  if (Number.isFinite(at)) learned = store(at - Date.now());
}
