/** Every way a request can be refused. Anything else is a fault and reaches the error page. */
export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "invalid"
  | "conflict"
  | "too-many"
  | "unavailable";

/** Field name (dotted path) to one plain sentence. The key "" is the form as a whole. */
export type FieldErrors = Record<string, string>;

const MESSAGES: Record<ErrorCode, string> = {
  unauthenticated: "Please sign in again. What you typed is still here.",
  forbidden: "This is not something your account may do.",
  "not-found": "We could not find that.",
  invalid: "Something needs changing. Please look at the marked fields.",
  conflict: "This was changed somewhere else in the meantime.",
  "too-many": "Too many tries. Please wait fifteen minutes, or reset your password.",
  unavailable: "We cannot reach our records just now. Please try again in a moment; nothing was lost.",
};

/** A refusal with a code a person can act on. `message` is shown to people; never put a cause or a value in it. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly fieldErrors: FieldErrors;

  constructor(code: ErrorCode, options: { message?: string; fieldErrors?: FieldErrors; cause?: unknown } = {}) {
    super(options.message ?? MESSAGES[code], { cause: options.cause });
    this.code = code;
    this.fieldErrors = options.fieldErrors ?? {};
  }
}

/** Refuses with not-found: the row does not exist, or may not be seen, and nobody can tell which. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new AppError("not-found");
  return row;
}

/** Refuses with one message at one field. */
export function invalidField(field: string, message: string): AppError {
  return new AppError("invalid", { fieldErrors: { [field]: message } });
}

/** What an action answers: the value, or a code with words for the form. */
export type Result<T> =
  | { ok: true; value: T }
  | { ok: false; code: ErrorCode; message: string; fieldErrors: FieldErrors };

/** Turns an AppError into the answer of an action. */
export function failure(error: AppError): Result<never> {
  return { ok: false, code: error.code, message: error.message, fieldErrors: error.fieldErrors };
}
