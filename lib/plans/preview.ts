import { addDays, type CalendarDay } from "@/lib/core/calendar";
import type { PhaseCriteria } from "./criteria-schema";
import { doseInWords, estimateMinutes, scheduleInWords } from "./dosage";
import { type PhaseDates, phaseDates } from "./phase-dates";
import { phaseDatesInWords } from "./phase-words";
import { occurrences, type PlanTimeline, type PlanVersionTimeline, type ScheduledItem } from "./schedule";
import type { DraftBody, DraftItem, DraftPhase } from "./schemas";
import { inTurnInWords, inTurnWith } from "./supersets";
import type { ItemKind } from "./vocabulary";

/** An item as the patient meets it. `minutes` is for one occasion, rounded up. */
export type PreviewItem = {
  key: string;
  kind: ItemKind;
  title: string;
  dose: string | null;
  schedule: string;
  note: string;
  /** How far to move; "" for all the way. */
  rangeLimit: string;
  /** "In turn with Wall sit"; null for a line done alone. */
  inTurn: string | null;
  minutes: number;
};

export type PreviewPhase = {
  key: string;
  title: string;
  aim: string;
  /** When it is, in words for a clinician. */
  when: string;
  criteria: PhaseCriteria | null;
  items: PreviewItem[];
};

/** What falls due on one day; `times` counts the occasions of an item on it. */
export type PreviewDay = { day: CalendarDay; minutes: number; items: (PreviewItem & { times: number })[] };

export type PlanPreview = { title: string; phases: PreviewPhase[]; week: PreviewDay[] };

/** Days shown ahead. */
const DAYS_AHEAD = 7;

type Surroundings = {
  /** First day of the plan: today, unless something is published already. */
  startsOn: CalendarDay;
  /** The day the text would be published, where the patient is. */
  today: CalendarDay;
  /** What is published already. */
  published: PlanTimeline | null;
  titleOf: (item: DraftItem) => string;
  /** Time to read an article or answer a questionnaire, in minutes. */
  minutesOf: (item: DraftItem) => number;
};

/**
 * A text as the next version of its plan, published today: its phases with their days, and the plan's life with it, which is
 * what the schedule works on. An item's row is named by its key. @throws RangeError when a phase follows one without an end.
 */
export function draftTimeline(
  body: DraftBody,
  { startsOn, today, published }: Pick<Surroundings, "startsOn" | "today" | "published">,
): { phases: { phase: DraftPhase; when: PhaseDates }[]; next: PlanVersionTimeline; timeline: PlanTimeline } {
  const dates = phaseDates(startsOn, body.phases);
  const phases = body.phases.flatMap((phase, index) => {
    const when = dates[index];
    return when ? [{ phase, when }] : [];
  });
  const earlier = published?.versions ?? [];
  const inForce = earlier.reduce((newest, version) => Math.max(newest, version.number), 0);
  const anchors = new Map(
    earlier.find(({ number }) => number === inForce)?.items.map(({ key, anchorOn }) => [key, anchorOn]),
  );
  const items: ScheduledItem[] = phases.flatMap(({ phase, when }) =>
    phase.items.map(({ key, kind, schedule }) => ({
      id: key,
      key,
      kind,
      schedule,
      anchorOn: anchors.get(key) ?? today,
      phaseStartsOn: when.startsOn,
      phaseEndsOn: when.endsOn,
    })),
  );
  const next = { versionId: "draft", number: inForce + 1, effectiveOn: today, items };
  return { phases, next, timeline: { versions: [...earlier, next], endsOn: null, pauses: published?.pauses } };
}

/**
 * A text as the patient would see it, were it published today: its phases with their days, and what falls due in the week
 * that begins today. @throws RangeError when a phase follows one without an end.
 */
export function previewOf(body: DraftBody, around: Surroundings): PlanPreview {
  const { phases, timeline } = draftTimeline(body, around);
  const lines = new Map(
    body.phases.flatMap(({ items }) =>
      items.map((item) => [item.key, { item, view: itemOf(item, items, around) }] as const),
    ),
  );
  return {
    title: body.title,
    phases: phases.map(({ phase: { key, title, aim, criteria, items: own }, when }, at) => ({
      key,
      title,
      aim,
      when: phaseDatesInWords(when, at === phases.length - 1),
      criteria: criteria ?? null,
      items: own.map((item) => itemOf(item, own, around)),
    })),
    week: weekOf(timeline, around.today, lines),
  };
}

type Lines = ReadonlyMap<string, { item: DraftItem; view: PreviewItem }>;

function weekOf(timeline: PlanTimeline, from: CalendarDay, lines: Lines): PreviewDay[] {
  const due = occurrences(timeline, from, addDays(from, DAYS_AHEAD - 1));
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
    const day = addDays(from, ahead);
    const found = due.filter(({ dueOn }) => dueOn === day).flatMap(({ key }) => lines.get(key) ?? []);
    const times = new Map<PreviewItem, number>();
    for (const { view } of found) times.set(view, (times.get(view) ?? 0) + 1);
    const exercise = estimateMinutes(found.flatMap(({ item }) => item.dose ?? []));
    const rest = found.reduce((sum, { item, view }) => sum + (item.dose ? 0 : view.minutes), 0);
    return { day, minutes: exercise + rest, items: [...times].map(([view, count]) => ({ ...view, times: count })) };
  });
}

function itemOf(item: DraftItem, phase: readonly DraftItem[], { titleOf, minutesOf }: Surroundings): PreviewItem {
  const { key, kind, dose, schedule, note, rangeLimit = "" } = item;
  return {
    key,
    kind,
    title: titleOf(item),
    dose: dose ? doseInWords(dose) : null,
    schedule: scheduleInWords(schedule),
    note,
    rangeLimit,
    inTurn: inTurnInWords((inTurnWith(phase).get(key) ?? []).map(titleOf)),
    minutes: dose ? estimateMinutes([dose]) : minutesOf(item),
  };
}
