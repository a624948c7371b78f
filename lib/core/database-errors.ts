import { AppError } from "./errors";

const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EPIPE",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
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
 * What a failed statement means to the person waiting: the database is away (unavailable), row-level security or a foreign
 * key refused a row they may not see (not-found), or somebody was first (conflict). Anything else is a fault, given back as it is.
 */
export function refusalOf(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = databaseCode(error);
  if (code === null) return error;
  if (AWAY.has(code)) return new AppError("unavailable", { cause: error });
  if (code === "42501" || code === "23503") return new AppError("not-found", { cause: error });
  if (code === "23505" || code === "40001" || code === "40P01") return new AppError("conflict", { cause: error });
  return error;
}
