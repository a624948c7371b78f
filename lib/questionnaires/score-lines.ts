import { InvalidAnswerError } from "./scoring";
import { scoreChange } from "./scoring/change";
import { PUBLISHED, scorePublished } from "./scoring/published";
import type { Structure, Variant } from "./scoring/structure";

/** Longest line taken, in characters: thousands of times what any instrument needs. */
const LONGEST_LINE = 1_000_000;
/** Largest number of a change, either side of 0: no scale comes near it, and arithmetic on it stays exact enough. */
const LARGEST = 1e9;

/** A line that cannot be understood. Its message repeats no answer. */
class InvalidLineError extends Error {}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A name from outside as it may stand in a message: short, and quoted. */
const quoted = (name: unknown) =>
  typeof name === "string" ? JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name) : "what is no text";

/** Scores one line of JSON and gives one back; docs/questionnaires.md says how both look. Never throws: what is wrong is an answer. */
export function scoreLine(line: string): string {
  let id: unknown;
  try {
    const fields = parse(line);
    id = idOf(fields);
    return JSON.stringify({ id, ...scoreFields(fields) });
  } catch (error) {
    return answerOf(id, error);
  }
}

function parse(line: string): Fields {
  if (line.length > LONGEST_LINE) throw new InvalidLineError(`longer than ${LONGEST_LINE} characters`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InvalidLineError("not JSON");
  }
  if (!isFields(value)) throw new InvalidLineError("not a JSON object");
  return value;
}

/** The id, whatever it is, as long as it can be written again: lists thousands deep in one another can be read but not written. */
function idOf({ id }: Fields): unknown {
  if (typeof id !== "object") return id;
  try {
    JSON.stringify(id);
    return id;
  } catch {
    throw new InvalidLineError("id: nested too deeply");
  }
}

function answerOf(id: unknown, error: unknown): string {
  if (error instanceof InvalidAnswerError) {
    const { subscale, item, message } = error;
    return JSON.stringify({ id, error: { code: "invalid-answer", subscale, item, message } });
  }
  if (error instanceof InvalidLineError) {
    return JSON.stringify({ id, error: { code: "invalid-input", message: error.message } });
  }
  throw error;
}

function scoreFields(fields: Fields): object {
  const { instrument } = fields;
  if (instrument === undefined) throw new InvalidLineError("names no instrument");
  if (instrument === "change") {
    refuseUnknown(fields, ["id", "instrument", "change"], "");
    return { instrument, change: changeOf(fields.change) };
  }
  const structure = typeof instrument === "string" ? PUBLISHED.get(instrument) : undefined;
  if (!structure) throw new InvalidLineError(`unknown instrument: ${quoted(instrument)}`);
  refuseUnknown(fields, ["id", "instrument", "scale", "rule", "answers"], "");
  const variant = variantOf(structure, fields);
  const { answers } = fields;
  if (!isFields(answers)) throw new InvalidLineError('"answers" is not an object');
  refuseUnknown(
    answers,
    variant.lists.map(({ id }) => id),
    "answers: ",
  );
  return { instrument, ...scorePublished(structure, variant, answers) };
}

function refuseUnknown(fields: Fields, known: readonly string[], where: string): void {
  const unknown = Object.keys(fields).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new InvalidLineError(`${where}unknown key ${quoted(unknown)}; known are ${known.join(", ")}`);
  }
}

function variantOf({ id, variants }: Structure, fields: Fields): Variant {
  const wanted = { scale: chosen("scale"), rule: chosen("rule") };
  const found = variants.find(({ scale, rule }) => scale === wanted.scale && rule === wanted.rule);
  if (!found) throw new Error(`${id} has no variant ${wanted.scale}, ${wanted.rule}`);
  return found;

  function chosen(choice: "scale" | "rule"): string | null {
    const names = [...new Set(variants.map((variant) => variant[choice]))];
    const given = fields[choice] ?? null;
    if (given === null) return names[0] ?? null;
    const name = names.find((one) => one === given);
    if (name !== undefined) return name;
    const known = names.filter((one) => one !== null);
    const choices = known.length > 0 ? `it has ${known.join(", ")}` : "it takes none";
    throw new InvalidLineError(`${id} has no ${choice} ${quoted(given)}; ${choices}`);
  }
}

function changeOf(change: unknown): object {
  if (!isFields(change)) throw new InvalidLineError('"change" is not an object');
  refuseUnknown(change, ["baseline", "follow_up", "higher_is_worse", "mic", "mic_pct"], "change: ");
  if (typeof change.higher_is_worse !== "boolean") {
    throw new InvalidLineError("change: higher_is_worse is not true or false");
  }
  const scored = scoreChange({
    baseline: numberOf(change, "baseline"),
    followUp: numberOf(change, "follow_up"),
    isHigherWorse: change.higher_is_worse,
    mic: thresholdOf(change, "mic"),
    micPercent: thresholdOf(change, "mic_pct"),
  });
  return {
    delta: scored.delta,
    improvement: scored.improvement,
    improvement_pct: scored.improvementPercent,
    meets_mic: scored.meetsMic,
    meets_pct: scored.meetsPercent,
  };
}

function numberOf(change: Fields, key: string): number {
  const value = change[key];
  if (typeof value !== "number" || Math.abs(value) > LARGEST) {
    throw new InvalidLineError(`change: ${key} is not a number from -${LARGEST} to ${LARGEST}`);
  }
  return value;
}

function thresholdOf(change: Fields, key: string): number | null {
  if ((change[key] ?? null) === null) return null;
  const value = numberOf(change, key);
  // Sources print thresholds with either sign; below 0 every change would meet one.
  if (value < 0) throw new InvalidLineError(`change: ${key} is below 0; give the size of the improvement`);
  return value;
}

/**
 * Scores text that comes in pieces, as it comes. `push` gives the answers to the lines that are whole by now, each with its line end;
 * `end` the answer to a last line without one. What is kept in between is never more than one line.
 */
export function createLineScorer(): { push(text: string): string; end(): string } {
  let rest = "";
  let isFirst = true;
  const answer = (line: string) => {
    const text = isFirst ? line.replace(/^\uFEFF/, "") : line;
    isFirst = false;
    return `${scoreLine(text)}\n`;
  };
  return {
    push(text) {
      const lines = text.split("\n");
      const last = lines.pop() ?? "";
      let answers = "";
      for (const line of lines) {
        answers += answer(rest + line);
        rest = "";
      }
      // Enough is kept of a line without an end to see that it is too long.
      rest = (rest + last).slice(0, LONGEST_LINE + 1);
      return answers;
    },
    end() {
      if (rest === "") return "";
      const answers = answer(rest);
      rest = "";
      return answers;
    },
  };
}
