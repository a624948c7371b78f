import type { Dose, DraftBody, DraftItem } from "@/lib/plans/schemas";
import type { Weekday } from "@/lib/plans/vocabulary";

/** One line of a plan made to fit. */
type LineChange = { slug: string; dose?: Partial<Dose>; schedule?: Weekly; note?: string };
type Weekly = Readonly<{ kind: "weekly"; weekdays: readonly Weekday[]; timesPerDay: number }>;

/** What a clinician changes in the protocol before the first publishing. */
export type FirstText = Readonly<{
  /** Why this person is given the first article. */
  why: string;
  lines: readonly LineChange[];
  without?: readonly string[];
}>;

/** What a clinician changes later. `article` adds reading on the day of the change. */
export type LaterText = Readonly<{
  lines: readonly LineChange[];
  without?: readonly string[];
  article?: { slug: string; note: string };
}>;

function changedItem(item: DraftItem, changes: readonly LineChange[]): DraftItem {
  const change = changes.find(({ slug }) => slug === item.slug);
  if (!change) return item;
  const dose = item.dose && { ...item.dose, ...change.dose };
  const { schedule } = change;
  return {
    ...item,
    dose,
    schedule: schedule ? { ...schedule, weekdays: [...schedule.weekdays] } : item.schedule,
    note: change.note ?? item.note,
  };
}

/** A text without some lines and with others changed, in the phases that `from` and `to` (inclusive) name. */
function adapted(body: DraftBody, text: Omit<LaterText, "article">, from: number, to: number): DraftBody {
  return {
    ...body,
    phases: body.phases.map((phase, index) => {
      if (index < from || index > to) return phase;
      const kept = phase.items.filter((item) => !text.without?.includes(item.slug));
      return { ...phase, items: kept.map((item) => changedItem(item, text.lines)) };
    }),
  };
}

/** The protocol made to fit one person: the first phase changed, and the first article with its reason. */
export function firstText(body: DraftBody, { why, lines, without }: FirstText): DraftBody {
  const article = body.phases[0]?.items.find((item) => item.kind === "article");
  const reasons = article && why !== "" ? [{ slug: article.slug, note: why }] : [];
  return adapted(body, { lines: [...reasons, ...lines], without }, 0, 0);
}

/** The plan without some questionnaires, in every phase. */
export function withoutQuestions(body: DraftBody, slugs: readonly string[]): DraftBody {
  return adapted(body, { lines: [], without: slugs }, 0, body.phases.length - 1);
}

/** The plan changed in the phase of the given index; `newKey` names the lines that are added. */
export function laterText(body: DraftBody, change: LaterText, phase: number, newKey: () => string): DraftBody {
  const changed = adapted(body, change, phase, phase);
  const { article } = change;
  if (!article) return changed;
  const line: DraftItem = {
    key: newKey(),
    kind: "article",
    slug: article.slug,
    dose: null,
    schedule: { kind: "once", day: 1 },
    note: article.note,
    painCeiling: 5,
  };
  return {
    ...changed,
    phases: changed.phases.map((own, index) => (index === phase ? { ...own, items: [line, ...own.items] } : own)),
  };
}
