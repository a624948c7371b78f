import pino from "pino";
import { databaseCode } from "./database-errors";

type Fact = "code" | "action" | "reference" | "actorId" | "clinicId" | "route" | "ms" | "count";

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/**
 * Writes one line of ids and codes. Nothing a person wrote can get in: the fields are an allow-list, and of an error only its
 * class, code and stack frames are kept, since messages of the database quote values.
 */
export function logEvent(
  event: string,
  facts: Partial<Record<Fact, string | number | null>> = {},
  error?: unknown,
): void {
  const cause = error instanceof Error ? error : undefined;
  logger[cause ? "error" : "info"](
    {
      ...facts,
      ...(cause && {
        error: cause.name,
        code: databaseCode(cause) ?? facts.code,
        frames: cause.stack
          ?.split("\n")
          .filter((line) => line.startsWith("    at "))
          .slice(0, 8),
      }),
    },
    event,
  );
}
