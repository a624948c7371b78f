import { criteriaInWords, isSameCriteria } from "./criteria";
import type { PhaseCriteria } from "./criteria-schema";
import { doseChanges, doseInWords, scheduleInWords } from "./dosage";
import { phaseLengthInWords } from "./phase-words";
import type { Dose, DraftBody, DraftItem, DraftPhase, Schedule } from "./schemas";
import { inTurnInWords, inTurnWith } from "./supersets";

/** One difference between two texts of a plan. `words` says it in a line; `key` names the item or the phase it is about. */
export type PlanChange = { words: string } & (
  | { what: "plan-title"; before: string; after: string }
  | { what: "phase-added" | "phase-removed"; key: string; title: string }
  | { what: "phase-title" | "phase-aim"; key: string; title: string; before: string; after: string }
  | { what: "phase-length"; key: string; title: string; before: number | null; after: number | null }
  | {
      what: "phase-criteria";
      key: string;
      title: string;
      before: PhaseCriteria | null;
      after: PhaseCriteria | null;
    }
  | { what: "phase-order" }
  | { what: "item-added" | "item-removed"; key: string; item: DraftItem; phase: string }
  | { what: "item-replaced"; key: string; before: DraftItem; after: DraftItem }
  | { what: "item-moved"; key: string; item: DraftItem; before: string; after: string }
  | { what: "item-order"; key: string; title: string }
  | { what: "dose"; key: string; before: Dose; after: Dose; details: string[] }
  | { what: "schedule"; key: string; before: Schedule; after: Schedule }
  | { what: "note"; key: string; before: string; after: string }
  | { what: "pain-ceiling"; key: string; before: number; after: number }
  | { what: "range-limit"; key: string; before: string; after: string }
  | { what: "superset"; key: string; before: string[]; after: string[] }
);

/** How an item is called in the words; a slug when nothing better is known. */
type ItemNames = (item: DraftItem) => string;

/** `others` are the lines it is done in turn with. */
type Placed = { item: DraftItem; phase: DraftPhase; others: readonly DraftItem[] };

/**
 * What changed from one text of a plan to the next, phases first, then items in the order of the new text, then those gone.
 * Phases and items are matched by key. Empty exactly when nothing differs; against `null` (nothing published yet)
 * everything is added. The words of an item begin with its name.
 */
export function planChanges(
  before: DraftBody | null,
  after: DraftBody,
  nameOf: ItemNames = (item) => item.slug,
): PlanChange[] {
  const old: DraftBody = before ?? { title: after.title, phases: [] };
  const changes: PlanChange[] = [];
  if (old.title !== after.title) {
    const words = `The plan is now called ${after.title} (was ${old.title})`;
    changes.push({ what: "plan-title", before: old.title, after: after.title, words });
  }
  changes.push(...phaseListChanges(old.phases, after.phases));
  const earlier = placedItems(old);
  const later = placedItems(after);
  for (const [key, now] of later) {
    const was = earlier.get(key);
    if (was) changes.push(...itemChanges(was, now, nameOf));
    else changes.push(arrival("item-added", key, now, nameOf));
  }
  for (const [key, was] of earlier) {
    if (!later.has(key)) changes.push(arrival("item-removed", key, was, nameOf));
  }
  return changes;
}

function placedItems(body: DraftBody): Map<string, Placed> {
  return new Map(
    body.phases.flatMap((phase) => {
      const turns = inTurnWith(phase.items);
      return phase.items.map((item) => [item.key, { item, phase, others: turns.get(item.key) ?? [] }] as const);
    }),
  );
}

function phaseListChanges(before: readonly DraftPhase[], after: readonly DraftPhase[]): PlanChange[] {
  const changes: PlanChange[] = [];
  for (const phase of after) {
    const was = before.find((candidate) => candidate.key === phase.key);
    if (was)
      changes.push(...phaseChanges(was, phase, { before: was === before.at(-1), after: phase === after.at(-1) }));
    else changes.push({ what: "phase-added", key: phase.key, title: phase.title, words: `New phase: ${phase.title}` });
  }
  for (const { key, title } of before) {
    if (!after.some((phase) => phase.key === key)) {
      changes.push({ what: "phase-removed", key, title, words: `Phase taken out: ${title}` });
    }
  }
  if (isReordered(before, after)) {
    const words = `Phases are now in this order: ${after.map((phase) => phase.title).join(", ")}`;
    changes.push({ what: "phase-order", words });
  }
  return changes;
}

/** `isLast` tells of each text whether the phase is its last one. */
function phaseChanges(
  before: DraftPhase,
  after: DraftPhase,
  isLast: { before: boolean; after: boolean },
): PlanChange[] {
  const { key, title } = after;
  const changes: PlanChange[] = [];
  if (before.title !== title) {
    const words = `Phase ${before.title} is now called ${title}`;
    changes.push({ what: "phase-title", key, title, before: before.title, after: title, words });
  }
  if (before.aim !== after.aim) {
    const words = `Phase ${title}: ${textChange("aim", before.aim, after.aim)}`;
    changes.push({ what: "phase-aim", key, title, before: before.aim, after: after.aim, words });
  }
  const was = phaseLengthInWords(before.weeks, isLast.before);
  const now = phaseLengthInWords(after.weeks, isLast.after);
  if (was !== now) {
    const words = `Phase ${title}: ${now} (was ${was})`;
    changes.push({ what: "phase-length", key, title, before: before.weeks, after: after.weeks, words });
  }
  if (!isSameCriteria(before.criteria, after.criteria)) {
    const moves = { before: before.criteria ?? null, after: after.criteria ?? null };
    changes.push({ what: "phase-criteria", key, title, ...moves, words: `Phase ${title}: ${movingOn(moves.after)}` });
  }
  if (isReordered(before.items, after.items)) {
    changes.push({ what: "item-order", key, title, words: `Phase ${title}: its items are in a new order` });
  }
  return changes;
}

function arrival(
  what: "item-added" | "item-removed",
  key: string,
  { item, phase, others }: Placed,
  nameOf: ItemNames,
): PlanChange {
  const amount = item.dose === null ? "" : `${doseInWords(item.dose)}; `;
  const turn = turnOf(others, nameOf);
  const parts = [scheduleInWords(item.schedule), item.rangeLimit ? `how far: ${item.rangeLimit}` : null, turn];
  const added = `${nameOf(item)}: added to ${phase.title}, ${amount}${parts.filter((part) => part !== null).join("; ")}`;
  const words = what === "item-added" ? added : `${nameOf(item)}: taken out of ${phase.title}`;
  return { what, key, item, phase: phase.title, words };
}

function itemChanges(was: Placed, now: Placed, nameOf: ItemNames): PlanChange[] {
  const before = was.item;
  const after = now.item;
  const { key } = after;
  const name = nameOf(after);
  const changes: PlanChange[] = [];
  if (before.kind !== after.kind || before.slug !== after.slug) {
    changes.push({ what: "item-replaced", key, before, after, words: `${name}: in place of ${nameOf(before)}` });
  }
  if (was.phase.key !== now.phase.key) {
    const places = { before: was.phase.title, after: now.phase.title };
    const words = `${name}: moved to ${places.after} (was in ${places.before})`;
    changes.push({ what: "item-moved", key, item: after, ...places, words });
  }
  if (before.dose !== null && after.dose !== null) {
    const details = doseChanges(before.dose, after.dose);
    const words = `${name}: ${details.join(", ")}`;
    if (details.length > 0) changes.push({ what: "dose", key, before: before.dose, after: after.dose, details, words });
  }
  if (!isSameSchedule(before.schedule, after.schedule)) {
    const words = `${name}: ${scheduleInWords(after.schedule)} (was ${scheduleInWords(before.schedule)})`;
    changes.push({ what: "schedule", key, before: before.schedule, after: after.schedule, words });
  }
  if (before.note !== after.note) {
    const words = `${name}: ${textChange("note", before.note, after.note)}`;
    changes.push({ what: "note", key, before: before.note, after: after.note, words });
  }
  if (before.painCeiling !== after.painCeiling) {
    const words = `${name}: ease off above pain ${after.painCeiling} (was ${before.painCeiling})`;
    changes.push({ what: "pain-ceiling", key, before: before.painCeiling, after: after.painCeiling, words });
  }
  const [rangeBefore, rangeAfter] = [before.rangeLimit ?? "", after.rangeLimit ?? ""];
  if (rangeBefore !== rangeAfter) {
    const words = `${name}: ${textChange("range", rangeBefore, rangeAfter)}`;
    changes.push({ what: "range-limit", key, before: rangeBefore, after: rangeAfter, words });
  }
  changes.push(...supersetChanges(was, now, nameOf));
  return changes;
}

function supersetChanges(was: Placed, now: Placed, nameOf: ItemNames): PlanChange[] {
  const keysOf = ({ others }: Placed) => others.map(({ key }) => key).sort();
  const [before, after] = [keysOf(was), keysOf(now)];
  if (before.join() === after.join()) return [];
  const [wasTurn, nowTurn] = [was, now].map(({ others }) => turnOf(others, nameOf) ?? "alone");
  const words = `${nameOf(now.item)}: done ${nowTurn} (was ${wasTurn})`;
  return [{ what: "superset", key: now.item.key, before, after, words }];
}

const turnOf = (others: readonly DraftItem[], nameOf: ItemNames) =>
  inTurnInWords(others.map(nameOf))?.replace("In turn", "in turn") ?? null;

function isSameSchedule(before: Schedule, after: Schedule): boolean {
  const [was, now] = [termsOf(before), termsOf(after)];
  return was.length === now.length && was.every((term, index) => term === now[index]);
}

/** What a schedule says, part by part. No window and a window of null are one; the order of weekdays says nothing. */
function termsOf(schedule: Schedule): (string | number | null)[] {
  switch (schedule.kind) {
    case "once":
      return [schedule.kind, schedule.day, schedule.windowDays ?? null];
    case "weekly":
      return [schedule.kind, schedule.timesPerDay, ...[...new Set(schedule.weekdays)].sort((a, b) => a - b)];
    case "every-days":
      return [schedule.kind, schedule.days, schedule.timesPerDay, schedule.windowDays ?? null];
    case "every-weeks":
      return [schedule.kind, schedule.weeks, schedule.windowDays ?? null];
    case "at-end":
      return [schedule.kind, schedule.windowDays ?? null];
    case "as-needed":
      return [schedule.kind];
  }
}

/** Whether the things kept from one list to the next stand in another order. */
function isReordered(before: readonly { key: string }[], after: readonly { key: string }[]): boolean {
  const keysBefore = before.map((thing) => thing.key);
  const keysAfter = after.map((thing) => thing.key);
  const kept = keysBefore.filter((key) => keysAfter.includes(key));
  const keptAfter = keysAfter.filter((key) => keysBefore.includes(key));
  return kept.some((key, index) => key !== keptAfter[index]);
}

function textChange(what: string, before: string, after: string): string {
  if (before === "") return `new ${what}: ${after}`;
  return after === "" ? `${what} taken away` : `${what} now reads: ${after}`;
}

function movingOn(criteria: PhaseCriteria | null): string {
  return criteria === null
    ? "no longer says when to move on"
    : `move on when: ${criteriaInWords(criteria).join("; ")} (${criteria.source})`;
}
