import type { CalendarDay } from "@/lib/core/calendar";
import { planChanges } from "@/lib/plans/changes";
import { planNames } from "@/lib/plans/plan-names";
import type { DraftBody, DraftPhase } from "@/lib/plans/schemas";
import type { Course, CoursePause, CoursePlan, CourseVersion } from "./course";
import { pauseEntries } from "./pause-entries";
import { versionInForce } from "./position";

/** A day on which a plan began, changed, moved to its next phase, rested, went on or ended, with what changed, a line each. */
export type PlanChangeEntry = {
  id: string;
  day: CalendarDay;
  kind: "start" | "version" | "phase" | "pause" | "resume" | "end";
  title: string;
  words: string[];
  version: number;
  publishedAt: Date | null;
  /** Who set a pause; nothing else has it. */
  by?: CoursePause["by"];
};

const LABELS: Record<PlanChangeEntry["kind"], string> = {
  start: "Plan began",
  version: "Plan changed",
  phase: "Next phase",
  pause: "Plan paused",
  resume: "Plan went on",
  end: "Plan ended",
};

type Told = Pick<Course, "plans" | "today"> & Partial<Pick<Course, "pauses">>;

const named = (title: string, plan: string | null) => (plan === null ? title : `${title} (${plan})`);

/** All changes of all plans up to today, oldest first; those on one day keep the order they were published in. */
export function planChangeList(course: Told): PlanChangeEntry[] {
  const { plans, pauses = [], today } = course;
  const titled = plans.map(({ planId, startsOn, versions }) => ({
    planId,
    startsOn,
    title: versions.at(-1)?.title ?? "",
  }));
  const names = planNames(titled);
  return plans
    .flatMap((plan): PlanChangeEntry[] => {
      const name = plans.length > 1 ? (names.get(plan.planId) ?? "") : null;
      const own = pauses.filter(({ planId }) => planId === plan.planId);
      const rests = pauseEntries(own, today).map((entry) => ({ ...entry, version: 0, publishedAt: null }));
      return [...versionEntries(plan), ...phaseEntries(plan), ...rests, ...endEntry(plan)].map((entry) => ({
        ...entry,
        id: `${plan.planId}-${entry.kind}-${entry.version}-${entry.id}`,
        title: entry.kind === "start" ? `${LABELS.start}: ${name ?? entry.title}` : named(entry.title, name),
      }));
    })
    .filter((entry) => entry.day <= course.today)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** One mark a day for the charts, up to today. A change of the plan is named before a change of phase on the same day. */
export function planMarks(course: Told): { day: CalendarDay; label: string }[] {
  const marks = new Map<CalendarDay, PlanChangeEntry["kind"]>();
  const order: PlanChangeEntry["kind"][] = ["start", "end", "version", "pause", "resume", "phase"];
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
      return { id: "", day, kind: "start", title: version.title, words: [], version: number, publishedAt };
    }
    const names = new Map([...before.items, ...version.items].map((item) => [`${item.kind} ${item.slug}`, item.title]));
    const changes = planChanges(
      bodyOf(before),
      bodyOf(version),
      (item) => names.get(`${item.kind} ${item.slug}`) ?? item.slug,
    );
    const words = changes.map((change) => change.words);
    return { id: "", day, kind: "version", title: LABELS.version, words, version: number, publishedAt };
  });
}

/** Phases after the first, on the day each begins, as the version in force on that day has it. */
function phaseEntries(plan: CoursePlan): PlanChangeEntry[] {
  const begun = new Map<string, PlanChangeEntry>();
  for (const version of plan.versions) {
    for (const { phaseKey, phaseTitle, phaseStartsOn: day } of version.items) {
      if (day === null || day <= plan.startsOn || (plan.endsOn !== null && day > plan.endsOn)) continue;
      if (versionInForce(plan.versions, day)?.versionId !== version.versionId) continue;
      const title = `${LABELS.phase}: ${phaseTitle}`;
      begun.set(phaseKey, {
        id: phaseKey,
        day,
        kind: "phase",
        title,
        words: [],
        version: version.number,
        publishedAt: null,
      });
    }
  }
  return [...begun.values()];
}

function endEntry(plan: CoursePlan): PlanChangeEntry[] {
  if (plan.endsOn === null) return [];
  const version = plan.versions.at(-1)?.number ?? 0;
  return [{ id: "", day: plan.endsOn, kind: "end", title: LABELS.end, words: [], version, publishedAt: null }];
}

/** A published version as the text it was written as. Aims are not read back, so a changed aim is not told. */
function bodyOf(version: CourseVersion): DraftBody {
  const phases = new Map<string, DraftPhase>();
  for (const item of version.items) {
    const { phaseKey, phaseTitle, phaseWeeks } = item;
    const phase = phases.get(phaseKey) ?? {
      key: phaseKey,
      title: phaseTitle,
      aim: "",
      weeks: phaseWeeks,
      items: [],
    };
    const { key, kind, slug, dose, schedule, note, painCeiling, rangeLimit, supersetKey } = item;
    phase.items.push({ key, kind, slug, dose, schedule, note, painCeiling, rangeLimit, supersetKey });
    phases.set(phaseKey, phase);
  }
  return { title: version.title, phases: [...phases.values()] };
}
