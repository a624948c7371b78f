import { env } from "./env";

/** The portal's clock. The only place that asks what time it is; rules get the answer as an argument. */
export function now(): Date {
  return new Date(Date.now() + env().CLOCK_OFFSET_SECONDS * 1000);
}
