import type { CalendarDay } from "@/lib/core/calendar";
import { daysBetween } from "@/lib/core/calendar";
import { planChanges } from "@/lib/plans/changes";
import type { DraftBody, DraftPhase } from "@/lib/plans/schemas";
import type { Course, CoursePlan, CourseVersion } from "./course";
import { versionInForce } from "./position";

/** A day on which a plan began, changed, moved to its next phase or ended, with what changed, a line each. */
export type PlanChangeEntry = {
  day: CalendarDay;
  kind: "start" | "version" | "phase" | "end";
  title: string;
  words: string[];
  version: number;
  publishedAt: Date | null;
};

const LABELS: Record<PlanChangeEntry["kind"], string> = {
  start: "Plan began",
  version: "Plan changed",
  phase: "Next phase",
  end: "Plan ended",
};

/** All changes of all plans up to today, oldest first; those on one day keep the order they were published in. */
export function planChangeList(course: Pick<Course, "plans" | "today">): PlanChangeEntry[] {
  return course.plans
    .flatMap((plan) => [...versionEntries(plan), ...phaseEntries(plan), ...endEntry(plan)])
    .filter((entry) => entry.day <= course.today)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** One mark a day for the charts, up to today. A change of the plan is named before a change of phase on the same day. */
export function planMarks(course: Pick<Course, "plans" | "today">): { day: CalendarDay; label: string }[] {
  const marks = new Map<CalendarDay, PlanChangeEntry["kind"]>();
  const order: PlanChangeEntry["kind"][] = ["start", "end", "version", "phase"];
  for (const { day, kind } of planChangeList(course)) {
    const known = marks.get(day);
    if (known === undefined || order.indexOf(kind) < order.indexOf(known)) marks.set(day, kind);
  }
  return [...marks].map(([day, kind]) => ({ day, label: LABELS[kind] }));
}

function versionEntries(plan: CoursePlan): PlanChangeEntry[] {
  return plan.versions.map((version, index): PlanChangeEntry => {
    const before = plan.versions[index - 1];
    const { effectiveOn: day, number, publishedAt } = version;
    if (!before) {
      return {
        day,
        kind: "start",
        title: `${LABELS.start}: ${version.title}`,
        words: [],
        version: number,
        publishedAt,
      };
    }
    const names = new Map([...before.items, ...version.items].map((item) => [`${item.kind} ${item.slug}`, item.title]));
    const changes = planChanges(
      bodyOf(before),
      bodyOf(version),
      (item) => names.get(`${item.kind} ${item.slug}`) ?? item.slug,
    );
    const words = changes.map((change) => change.words);
    return { day, kind: "version", title: LABELS.version, words, version: number, publishedAt };
  });
}

/** Phases after the first, on the day each begins, as the version in force on that day has it. */
function phaseEntries(plan: CoursePlan): PlanChangeEntry[] {
  const begun = new Map<string, PlanChangeEntry>();
  for (const version of plan.versions) {
    for (const { phaseKey, phaseTitle, phaseStartsOn: day } of version.items) {
      if (day <= plan.startsOn || (plan.endsOn !== null && day > plan.endsOn)) continue;
      if (versionInForce(plan.versions, day)?.versionId !== version.versionId) continue;
      const title = `${LABELS.phase}: ${phaseTitle}`;
      begun.set(phaseKey, { day, kind: "phase", title, words: [], version: version.number, publishedAt: null });
    }
  }
  return [...begun.values()];
}

function endEntry(plan: CoursePlan): PlanChangeEntry[] {
  if (plan.endsOn === null) return [];
  const version = plan.versions.at(-1)?.number ?? 0;
  return [{ day: plan.endsOn, kind: "end", title: LABELS.end, words: [], version, publishedAt: null }];
}

/** A published version as the text it was written as. Aims are not read back, so a changed aim is not told. */
function bodyOf(version: CourseVersion): DraftBody {
  const phases = new Map<string, DraftPhase>();
  for (const item of version.items) {
    const { phaseKey, phaseTitle, phaseStartsOn, phaseEndsOn } = item;
    const phase = phases.get(phaseKey) ?? {
      key: phaseKey,
      title: phaseTitle,
      aim: "",
      weeks: phaseEndsOn === null ? null : (daysBetween(phaseStartsOn, phaseEndsOn) + 1) / 7,
      items: [],
    };
    const { key, kind, slug, dose, schedule, note, painCeiling, rangeLimit, supersetKey } = item;
    phase.items.push({ key, kind, slug, dose, schedule, note, painCeiling, rangeLimit, supersetKey });
    phases.set(phaseKey, phase);
  }
  return { title: version.title, phases: [...phases.values()] };
}
