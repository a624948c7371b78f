import { sql } from "drizzle-orm";

/** How long what was claimed is held: far longer than a send may take. Then another runner may take it up. */
const LEASE_MS = 120_000;
/** After so long a claim is given back unsent: a process that was held up must not send what another may have claimed since. */
const USE_WITHIN_MS = 60_000;

/** The end of a lease that begins now, by the database's clock: the clocks of several machines differ. */
export const leaseEnd = sql`clock_timestamp() + make_interval(secs => ${LEASE_MS / 1000})`;

/** A claim's own clock, which no change of the time of day moves. */
export type Held = { isFresh: () => boolean };

export function heldFromNow(): Held {
  const since = performance.now();
  return { isFresh: () => performance.now() - since < USE_WITHIN_MS };
}
