/** Something the person at the keyboard can put right: what is wrong, and the way out, on one line. */
export class Trouble extends Error {
  /**
   * @param {string} message what is wrong, without a full stop
   * @param {{ wayOut?: string, tail?: string, cause?: unknown }} [more] tail: the last lines of a log
   */
  constructor(message, { wayOut = "", tail = "", cause } = {}) {
    super(message, { cause });
    this.name = "Trouble";
    this.wayOut = wayOut;
    this.tail = tail;
  }
}

const firstLine = (text) => String(text).split("\n")[0].trim();

/** The text that is shown for an error: never a stack trace unless DEBUG=1 asks for one. */
export function describeTrouble(error, env = process.env) {
  const lines = [];
  if (error instanceof Trouble) {
    if (error.tail) lines.push(error.tail, "");
    lines.push(`plumbline: ${firstLine(error.message)}${error.wayOut ? `: ${error.wayOut}` : ""}`);
  } else {
    const message = error instanceof Error ? error.message || error.code || error.name : error;
    lines.push(`plumbline: ${firstLine(message)}: DEBUG=1 shows where it happened`);
  }
  if (env.DEBUG === "1" && error instanceof Error) lines.push("", error.stack ?? "");
  return lines.join("\n");
}
