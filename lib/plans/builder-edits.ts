import type { DraftInput } from "./schemas";
import { MOST_LINES_OF_PHASE, MOST_LINES_OF_PLAN } from "./schemas";

/** A text as the builder holds it while it is written; numbers may be missing or out of range. */
type Phase = DraftInput["phases"][number];
export type Line = Phase["items"][number];

/** Where a line stands: its phase and its place in it, from 0. */
type Place = { phase: number; at: number };

/** Where the line with a key stands; null when the text has none. */
export function placeOfLine(body: DraftInput, key: string): Place | null {
  for (const [phase, { items }] of body.phases.entries()) {
    const at = items.findIndex((line) => line.key === key);
    if (at >= 0) return { phase, at };
  }
  return null;
}

/** The keys of all lines, in the order of the plan. */
export const lineKeys = (body: DraftInput): string[] => body.phases.flatMap(({ items }) => items.map(({ key }) => key));

/** The keys from one line to another, both included, in the order of the plan; those of the lines that are there. */
export function keysBetween(body: DraftInput, one: string, other: string): string[] {
  const keys = lineKeys(body);
  const [from, to] = [keys.indexOf(one), keys.indexOf(other)].sort((a, b) => a - b);
  if (from === undefined || to === undefined || from < 0) return [one, other].filter((key) => keys.includes(key));
  return keys.slice(from, to + 1);
}

/** How many more lines a phase takes: what is left of its own measure and of the plan's. */
export function roomIn(body: DraftInput, phase: number): number {
  const inPhase = body.phases[phase]?.items.length ?? MOST_LINES_OF_PHASE;
  return Math.max(0, Math.min(MOST_LINES_OF_PHASE - inPhase, MOST_LINES_OF_PLAN - lineKeys(body).length));
}

const withLines = (body: DraftInput, phase: number, edit: (lines: readonly Line[]) => Line[]): DraftInput => ({
  ...body,
  phases: body.phases.map((one, at) => (at === phase ? { ...one, items: edit(one.items) } : one)),
});

/**
 * A text whose supersets hold: the lines of one stand together in one phase, are exercises, and are two at least. A line that was
 * left behind is done alone. Phases in which nothing has to change stay the same objects.
 */
export function withSoundSupersets(body: DraftInput): DraftInput {
  const seen = new Set<string>();
  const phases = body.phases.map((phase) => {
    const sound = phase.items.reduce<Line[]>((above, line, at) => {
      const { supersetKey } = line;
      if (!supersetKey) return above.concat(line);
      const isSame = (other: Line | undefined) => other?.supersetKey === supersetKey && other.kind === "exercise";
      const isFit = isSame(above.at(-1)) || (isSame(phase.items[at + 1]) && !seen.has(supersetKey));
      if (line.kind !== "exercise" || !isFit) return above.concat({ ...line, supersetKey: null });
      seen.add(supersetKey);
      return above.concat(line);
    }, []);
    return sound.every((line, at) => line === phase.items[at]) ? phase : { ...phase, items: sound };
  });
  return phases.every((phase, at) => phase === body.phases[at]) ? body : { ...body, phases };
}

/** A text with a line more at the end of a phase; the same text when there is no room. */
export function addLine(body: DraftInput, phase: number, line: Line): DraftInput {
  return roomIn(body, phase) === 0 ? body : withLines(body, phase, (lines) => [...lines, line]);
}

/**
 * A text with a line one step further up (-1) or down (1). A superset is stepped over as a whole by a line that is not of it. From
 * the end of a phase the way leads to the next one; the same text where no way is left, or the next phase is full.
 */
export function moveLine(body: DraftInput, key: string, by: 1 | -1): DraftInput {
  const from = placeOfLine(body, key);
  const lines = from && body.phases[from.phase]?.items;
  const line = from && lines?.[from.at];
  if (!from || !lines || !line) return body;
  const neighbour = lines[from.at + by];
  if (neighbour) {
    let to = from.at + by;
    const turn = neighbour.supersetKey;
    const isOver = (at: number) => Boolean(turn) && turn !== line.supersetKey && lines[at]?.supersetKey === turn;
    while (isOver(to + by)) to += by;
    return withSoundSupersets(
      withLines(body, from.phase, (items) => items.toSpliced(from.at, 1).toSpliced(to, 0, line)),
    );
  }
  const next = body.phases[from.phase + by];
  if (!next) return body;
  return placeLine(body, key, { phaseKey: next.key, before: by > 0 ? (next.items[0]?.key ?? null) : null });
}

/**
 * A text with a line taken from where it stands and put into a phase: before another line, or at its end when that is null. An
 * exercise put between two lines of one superset joins it. The same text when the phase is full or is not there.
 */
export function placeLine(body: DraftInput, key: string, to: { phaseKey: string; before: string | null }): DraftInput {
  const from = placeOfLine(body, key);
  const line = from && body.phases[from.phase]?.items[from.at];
  const phase = body.phases.findIndex((one) => one.key === to.phaseKey);
  if (!from || !line || phase < 0 || to.before === key) return body;
  if (phase !== from.phase && (body.phases[phase]?.items.length ?? 0) >= MOST_LINES_OF_PHASE) return body;
  const without = withLines(body, from.phase, (lines) => lines.filter((one) => one.key !== key));
  const lines = without.phases[phase]?.items ?? [];
  const found = lines.findIndex((one) => one.key === to.before);
  const at = found < 0 ? lines.length : found;
  const turn = lines[at - 1]?.supersetKey;
  const isWithin = Boolean(turn) && turn === lines[at]?.supersetKey;
  if (isWithin && line.kind !== "exercise") {
    const after = lines.slice(at).findIndex((one) => one.supersetKey !== turn);
    const end = after < 0 ? null : (lines[at + after]?.key ?? null);
    return placeLine(body, key, { phaseKey: to.phaseKey, before: end });
  }
  const placed = isWithin ? { ...line, supersetKey: turn } : line;
  return withSoundSupersets(withLines(without, phase, (items) => items.toSpliced(at, 0, placed)));
}

/** A text with a copy of a line, done alone, right after it (after its whole superset); the same text when there is no room. */
export function duplicateLine(body: DraftInput, key: string, newKey: string): DraftInput {
  const place = placeOfLine(body, key);
  const lines = place && body.phases[place.phase]?.items;
  const line = place && lines?.[place.at];
  if (!place || !lines || !line || roomIn(body, place.phase) === 0) return body;
  const turn = line.supersetKey;
  let after = place.at + 1;
  while (turn && lines[after]?.supersetKey === turn) after += 1;
  const copy = { ...structuredClone(line), key: newKey, supersetKey: null };
  return withLines(body, place.phase, (items) => items.toSpliced(after, 0, copy));
}

/**
 * A text with copies of lines at the end of a phase, in the order of the plan, with keys of their own; lines that were done in turn
 * are so again. The same text when they do not all fit.
 */
export function copyLines(
  body: DraftInput,
  keys: ReadonlySet<string>,
  phaseKey: string,
  newKey: () => string,
): DraftInput {
  const phase = body.phases.findIndex((one) => one.key === phaseKey);
  const lines = body.phases.flatMap(({ items }) => items.filter((line) => keys.has(line.key)));
  if (phase < 0 || lines.length === 0 || lines.length > roomIn(body, phase)) return body;
  const turns = new Map<string, string>();
  const copies = lines.map((line) => {
    const { supersetKey } = line;
    const turn = supersetKey ? (turns.get(supersetKey) ?? newKey()) : null;
    if (supersetKey && turn) turns.set(supersetKey, turn);
    return { ...structuredClone(line), key: newKey(), supersetKey: turn };
  });
  return withSoundSupersets(withLines(body, phase, (items) => [...items, ...copies]));
}

/** A text without some of its lines. */
export function removeLines(body: DraftInput, keys: ReadonlySet<string>): DraftInput {
  const phases = body.phases.map((phase) =>
    phase.items.some(({ key }) => keys.has(key))
      ? { ...phase, items: phase.items.filter(({ key }) => !keys.has(key)) }
      : phase,
  );
  return withSoundSupersets({ ...body, phases });
}

/** Whether a line can be done in turn with the one above it: both are exercises of one phase. */
export function canJoin(lines: readonly Pick<Line, "kind">[], at: number): boolean {
  return lines[at]?.kind === "exercise" && lines[at - 1]?.kind === "exercise";
}

/** Whether a line is done in turn with the one above it. */
export function isJoined(lines: readonly Pick<Line, "supersetKey">[], at: number): boolean {
  const turn = lines[at]?.supersetKey;
  return Boolean(turn) && lines[at - 1]?.supersetKey === turn;
}

/**
 * A text in which a line is done in turn with the one above it, or no longer: then a superset is cut there, and what is left of
 * either part stays one. The same text for a line that cannot be joined.
 */
export function toggleJoined(body: DraftInput, key: string, newKey: () => string): DraftInput {
  const place = placeOfLine(body, key);
  const lines = place && body.phases[place.phase]?.items;
  if (!place || !lines || !canJoin(lines, place.at)) return body;
  const { at } = place;
  const turn = lines[at]?.supersetKey;
  const above = lines[at - 1]?.supersetKey;
  if (isJoined(lines, at)) {
    const rest = newKey();
    const cut = lines.map((line, index) =>
      index >= at && line.supersetKey === turn ? { ...line, supersetKey: rest } : line,
    );
    return withSoundSupersets(withLines(body, place.phase, () => cut));
  }
  const joined = above || turn || newKey();
  return withLines(body, place.phase, (items) =>
    items.map((line, index) => {
      const isOfTwo = index === at || index === at - 1 || (Boolean(turn) && line.supersetKey === turn);
      return isOfTwo ? { ...line, supersetKey: joined } : line;
    }),
  );
}
