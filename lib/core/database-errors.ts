import { DrizzleQueryError } from "drizzle-orm/errors";
import postgres from "postgres";
import { AppError } from "./errors";

const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETUNREACH",
  "ETIMEDOUT",
  "EPIPE",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
  "57P05",
  "53300",
  "57014",
  "55P03",
  "08006",
  "08001",
  "28P01",
  "3D000",
]);

/** The code of the deepest cause that has one: an SQLSTATE, or a socket error's name. */
export function databaseCode(error: unknown): string | null {
  let code: string | null = null;
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    if ("code" in at && typeof at.code === "string") code = at.code;
  }
  return code;
}

/**
 * A failure of the database as it may be printed: its code and where it happened. Messages of the database quote statements and
 * values, and whatever a page throws is printed with all of its causes.
 */
class DatabaseFault extends Error {
  override readonly name = "DatabaseFault";

  constructor(
    readonly code: string,
    { stack = "", message }: Error,
  ) {
    super(code);
    const [, after = ""] = stack.split(message);
    const frames = after.split("\n").filter((line) => line.startsWith("    at "));
    this.stack = [`${this.name}: ${code}`, ...frames].join("\n");
  }
}

/**
 * What a failed statement means to the person waiting: the database is away (unavailable), row-level security or a foreign
 * key refused a row they may not see (not-found), or somebody was first (conflict). Anything else is a fault: one
 * of the database without its words, any other as it is.
 */
export function refusalOf(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = databaseCode(error);
  if (code === null || !(error instanceof Error)) return error;
  const cause = new DatabaseFault(code, error);
  if (AWAY.has(code)) return new AppError("unavailable", { cause });
  if (code === "42501" || code === "23503") return new AppError("not-found", { cause });
  if (code === "23505" || code === "40001" || code === "40P01") return new AppError("conflict", { cause });
  return error instanceof DrizzleQueryError || error instanceof postgres.PostgresError ? cause : error;
}
