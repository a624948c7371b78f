import type { CatalogueItem } from "@/lib/library/catalogue";
import type { PhaseCriteria } from "./criteria-schema";
import type { Protocol } from "./protocol-schema";
import type { ScheduledItem } from "./schedule";
import type { Dose, DraftBody, DraftItem, Schedule } from "./schemas";

/** Weeks between two sittings of a questionnaire when it is added. Our own default, changed freely. */
const QUESTIONNAIRE_WEEKS = 4;

/** The line a thing from the library becomes when it is added: its own default dose, and no note yet. */
export function itemFromCatalogue(
  from: Pick<CatalogueItem, "kind" | "slug" | "sided" | "dose">,
  key: string,
): DraftItem {
  const line = { key, kind: from.kind, slug: from.slug, note: "", painCeiling: 5 };
  if (from.kind === "questionnaire") {
    return { ...line, dose: null, schedule: { kind: "every-weeks", weeks: QUESTIONNAIRE_WEEKS } };
  }
  if (from.kind === "article" || from.dose === null) return { ...line, dose: null, schedule: { kind: "once", day: 1 } };
  const { sets, repetitions, holdSeconds, restSeconds, tempo, timesPerDay, weekdays } = from.dose;
  const side = from.sided ? "both" : "none";
  return {
    ...line,
    dose: { sets, repetitions, holdSeconds, restSeconds, tempo, loadKg: null, side },
    schedule: { kind: "weekly", weekdays: weekdays as Extract<Schedule, { kind: "weekly" }>["weekdays"], timesPerDay },
  };
}

/** A protocol made into the text of one person's plan, with a key of its own for each phase, item and superset. */
export function bodyOfProtocol(protocol: Protocol, newKey: () => string): DraftBody {
  return {
    title: protocol.title,
    phases: protocol.phases.map(({ items, ...phase }) => {
      const turns = new Map(
        items.flatMap(({ supersetKey }) => (supersetKey ? [[supersetKey, newKey()] as const] : [])),
      );
      return {
        ...phase,
        key: newKey(),
        items: items.map(({ supersetKey, ...item }) => {
          const turn = turns.get(supersetKey ?? "");
          return { ...item, key: newKey(), ...(turn ? { supersetKey: turn } : {}) };
        }),
      };
    }),
  };
}

/** A text to begin from nothing with: one phase without an end, and nothing in it. */
export function emptyBody(newKey: () => string): DraftBody {
  return { title: "New plan", phases: [{ key: newKey(), title: "Phase 1", aim: "", weeks: null, items: [] }] };
}

/** What a published version says, in the terms of `bodyOfVersion`. */
export type PublishedText = {
  title: string;
  phases: readonly {
    id: string;
    key: string;
    title: string;
    aim: string;
    weeks: number | null;
    criteria?: PhaseCriteria | null;
  }[];
  items: readonly (Pick<ScheduledItem, "key" | "kind" | "schedule"> & {
    phaseId: string;
    slug: string;
    dose: Dose | null;
    note: string;
    painCeiling: number;
    rangeLimit?: string;
    supersetKey?: string | null;
  })[];
};

/** A published version as a text to go on from, with the same keys. */
export function bodyOfVersion({ title, phases, items }: PublishedText): DraftBody {
  return {
    title,
    phases: phases.map(({ id, ...phase }) => ({
      key: phase.key,
      title: phase.title,
      aim: phase.aim,
      weeks: phase.weeks,
      ...(phase.criteria ? { criteria: phase.criteria } : {}),
      items: items
        .filter((item) => item.phaseId === id)
        .map(({ key, kind, slug, dose, schedule, note, painCeiling, rangeLimit, supersetKey }) =>
          leanItem({ key, kind, slug, dose, schedule, note, painCeiling, rangeLimit, supersetKey }),
        ),
    })),
  };
}

/** A line with every field there, as a form needs it. */
export function wholeItem<T extends Omit<DraftItem, "schedule">>(line: T): T {
  const { rangeLimit = "", supersetKey = null, dose } = line;
  return { ...line, rangeLimit, supersetKey, dose: dose && { ...dose, bandColour: dose.bandColour ?? null } };
}

/** A text whose phases and lines have every field there, as a form needs it. */
export function wholeBody(body: DraftBody): DraftBody {
  return {
    ...body,
    phases: body.phases.map((phase) => ({
      ...phase,
      criteria: phase.criteria ?? null,
      items: phase.items.map(wholeItem),
    })),
  };
}

/** A line without what it does not say: no colour of no band, no empty range, no key of a line done alone. */
function leanItem({ rangeLimit, supersetKey, dose, ...line }: DraftItem): DraftItem {
  return {
    ...line,
    dose: dose && leanDose(dose),
    ...(rangeLimit ? { rangeLimit } : {}),
    ...(supersetKey ? { supersetKey } : {}),
  };
}

const leanDose = ({ bandColour, ...amount }: Dose): Dose => (bandColour ? { ...amount, bandColour } : amount);

/** A text whose phases and lines say no more than they have to, so that two that mean the same are the same. */
export function leanBody(body: DraftBody): DraftBody {
  return {
    ...body,
    phases: body.phases.map(({ criteria, ...phase }) => ({
      ...phase,
      ...(criteria ? { criteria } : {}),
      items: phase.items.map(leanItem),
    })),
  };
}

/** All slugs a text names, each once. */
export function slugsOf(body: DraftBody): string[] {
  return [...new Set(body.phases.flatMap((phase) => phase.items.map((item) => item.slug)))];
}

/** Each item of a text with the dotted path of its place, as form errors name it ("phases.0.items.2"). */
export function placesOf(body: DraftBody): { item: DraftItem; path: string }[] {
  return body.phases.flatMap((phase, at) =>
    phase.items.map((item, place) => ({ item, path: `phases.${at}.items.${place}` })),
  );
}
