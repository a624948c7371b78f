import { z } from "zod";

/**
 * A log that was sent and not yet acknowledged. It keeps its id and its time, so that sending it again after a reload is the same
 * thing sent twice; it lies in the tab's own storage and goes with it.
 */
const keptSchema = z.strictObject({
  id: z.uuid(),
  performedAt: z.iso.datetime({ offset: true }),
  values: z.record(z.string(), z.string().nullable()),
});
export type KeptLog = z.infer<typeof keptSchema>;

const PREFIX = "plumbline.unsent.";

/** Some browsers refuse storage altogether; what was typed then lives as long as the page. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** The unsent log of an occasion; null when there is none, or it cannot be read. */
export function keptLog(occasion: string): KeptLog | null {
  const text = storage()?.getItem(PREFIX + occasion);
  if (!text) return null;
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    forgetLog(occasion);
    return null;
  }
}

/** Keeps a log until it is acknowledged. A full store is no reason not to send it. */
export function keepLog(occasion: string, log: KeptLog): void {
  try {
    storage()?.setItem(PREFIX + occasion, JSON.stringify(log));
  } catch {
    forgetLog(occasion);
  }
}

export function forgetLog(occasion: string): void {
  storage()?.removeItem(PREFIX + occasion);
}
