/** A line of a calendar: what its parameters and its value say. */
export type Property = { parameters: ReadonlyMap<string, string>; value: string };
/** A calendar, or a part of one. */
export type Component = { name: string; properties: Map<string, Property[]>; parts: Component[] };

const MOST_OCTETS = 75;
const NAME = "[A-Za-z0-9-]+";
const PARAMETER = `;(${NAME})=("[^"\\p{Cc}]*"|[^";:,\\p{Cc}]*)`;
const LINE = new RegExp(`^(${NAME})((?:${PARAMETER})*):([^\\p{Cc}]*)$`, "u");

/** Refuses what RFC 5545 does not allow. */
function refuse(why: string): never {
  throw new Error(`not a calendar: ${why}`);
}

/**
 * Reads a calendar by the letter of RFC 5545, sections 3.1 to 3.6: lines end with CRLF and are folded at 75 octets without cutting a
 * character, each is a name, parameters and a value without control characters, parts are closed in turn, and a calendar has at least
 * one of them.
 */
export function parsedCalendar(text: string): Component {
  if (!text.endsWith("\r\n")) refuse("the last line has no end");
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) refuse("a line ends otherwise than with CRLF");
  for (const line of text.split("\r\n")) {
    if (new TextEncoder().encode(line).length > MOST_OCTETS) refuse(`more than 75 octets: ${line}`);
    if (/^[ \t]?$/.test(line) && line !== "") refuse("a fold without anything");
  }
  const open: Component[] = [];
  const whole: Component[] = [];
  for (const line of text
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1)) {
    if (whole.length > 0) refuse("something stands behind the end");
    const found = LINE.exec(line) ?? refuse(line);
    const [, name = "", parameters = ""] = found;
    const value = found.at(-1) ?? "";
    if (name === "BEGIN") open.push({ name: value, properties: new Map(), parts: [] });
    else if (name === "END") {
      const closed = open.pop();
      if (closed?.name !== value) refuse(`${value} was not open`);
      (open.at(-1)?.parts ?? whole).push(closed ?? refuse(value));
    } else {
      const part = open.at(-1) ?? refuse("a property outside of everything");
      const known = [...parameters.matchAll(new RegExp(PARAMETER, "gu"))];
      const property = { parameters: new Map(known.map(([, key = "", given = ""]) => [key, given])), value };
      part.properties.set(name, [...(part.properties.get(name) ?? []), property]);
    }
  }
  const [calendar = refuse("it is never closed")] = whole;
  if (calendar.name !== "VCALENDAR" || calendar.parts.length === 0) refuse("it has no part");
  return calendar;
}
