import type { z } from "zod";

/** An unknown key is named as a field of its own, so that the writer finds it at once. */
export function describeIssue(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `${fieldName([...issue.path, key])}: is not a known key`);
  }
  return [`${fieldName(issue.path)}: ${plainMessage(issue)}`];
}

/** What zod says of a wrong value, in words for whoever writes content; a message of our own is kept. */
function plainMessage(issue: z.core.$ZodIssue): string {
  if (issue.message.endsWith("received undefined")) return "is missing";
  if (!/^(Too |Invalid )/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_value":
      return `must be one of: ${issue.values.join(", ")}`;
    case "invalid_type":
      return `must be ${WORDS_FOR_TYPES[issue.expected] ?? issue.expected}`;
    case "too_big":
      return issue.origin === "string"
        ? `is longer than ${issue.maximum} characters`
        : issue.origin === "array"
          ? `has more than ${issue.maximum} lines`
          : `must be ${issue.maximum} or less`;
    case "too_small":
      return issue.origin === "string"
        ? `needs at least ${issue.minimum} characters`
        : issue.origin === "array"
          ? `needs at least ${issue.minimum} ${issue.minimum === 1 ? "line" : "lines"}`
          : `must be ${issue.minimum} or more`;
    default:
      return issue.message;
  }
}

const WORDS_FOR_TYPES: Record<string, string> = {
  string: "a text; put it between quotation marks if it holds a colon",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list, each line after a hyphen",
  object: "a group of lines, each with a name, a colon and a value",
};

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "(the whole file)" : path.map(String).join(".");
}
