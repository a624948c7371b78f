import type { CalendarDay } from "@/lib/core/calendar";
import { AppError, type FieldErrors } from "@/lib/core/errors";
import { type CatalogueItem, referenceOf } from "@/lib/library/catalogue";
import { placesOf } from "./draft";
import { type Dose, type DraftBody, draftBodySchema, type Schedule } from "./schemas";
import type { ItemKind } from "./vocabulary";

/** The first message at each place of a text that cannot be published as it stands; null for one that can. */
export function textErrors(body: DraftBody): FieldErrors | null {
  const { error } = draftBodySchema.safeParse(body);
  if (!error) return emptyPhaseErrors(body);
  const issues = error.issues.map(({ path, message }) => [path.map(String).join("."), message] as const);
  return Object.fromEntries(issues.reverse());
}

/** A message at each phase without items; null when every phase has some. */
export function emptyPhaseErrors(body: DraftBody): FieldErrors | null {
  const empty = body.phases.flatMap(({ title, items }, index) =>
    items.length === 0
      ? [[`phases.${index}.items`, `The phase “${title}” has nothing in it. Add something, or take the phase out.`]]
      : [],
  );
  return empty.length > 0 ? Object.fromEntries(empty) : null;
}

/** A line of the version in force, as far as the next version goes on from it. */
export type KeptLine = {
  key: string;
  kind: ItemKind;
  slug: string;
  anchorOn: CalendarDay;
  libraryVersionId: string | null;
  instrumentVersionId: string | null;
};

export type VersionLine = Partial<Dose> & {
  phaseKey: string;
  key: string;
  position: number;
  kind: ItemKind;
  libraryVersionId: string | null;
  instrumentVersionId: string | null;
  schedule: Schedule;
  anchorOn: CalendarDay;
  note: string;
  painCeiling: number;
  rangeLimit: string;
  supersetKey: string | null;
};

/**
 * The lines of the next version, each tied to the words it hands out. A line kept from the version in force keeps its first
 * day, and its words even when the library has newer ones; a new line begins today with the newest. Throws invalid, at the
 * line, for something the library does not hold or no longer offers.
 */
export function resolveItems(
  body: DraftBody,
  given: { inForce: readonly KeptLine[]; texts: ReadonlyMap<string, CatalogueItem>; today: CalendarDay },
): VersionLine[] {
  const kept = new Map(given.inForce.map((line) => [line.key, line]));
  const fieldErrors: FieldErrors = {};
  for (const { item, path } of placesOf(body)) {
    const text = given.texts.get(referenceOf(item));
    if (text && (!text.retired || isSameThing(kept.get(item.key), item))) continue;
    fieldErrors[`${path}.slug`] = "This is no longer in your library. Take it out, or choose another.";
  }
  if (Object.keys(fieldErrors).length > 0) throw new AppError("invalid", { fieldErrors });
  return body.phases.flatMap((phase) =>
    phase.items.map(({ slug, dose, rangeLimit = "", supersetKey = null, ...item }, position) => {
      const before = kept.get(item.key);
      const newest = given.texts.get(referenceOf({ kind: item.kind, slug }))?.versionId ?? null;
      const words = isSameThing(before, { kind: item.kind, slug })
        ? (before?.libraryVersionId ?? before?.instrumentVersionId ?? newest)
        : newest;
      return {
        ...item,
        ...dose,
        rangeLimit,
        supersetKey,
        phaseKey: phase.key,
        position,
        libraryVersionId: item.kind === "questionnaire" ? null : words,
        instrumentVersionId: item.kind === "questionnaire" ? words : null,
        anchorOn: before?.anchorOn ?? given.today,
      };
    }),
  );
}

function isSameThing(line: KeptLine | undefined, item: { kind: ItemKind; slug: string }): boolean {
  return line?.kind === item.kind && line.slug === item.slug;
}
