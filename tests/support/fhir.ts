import type { ExportedResponse } from "@/lib/export/fhir/exported-response";
import {
  type Answers,
  type Instrument,
  instrumentSchema,
  type Names,
  type Scale,
} from "@/lib/questionnaires/instrument-schema";
import { scoreInstrument, shownOf } from "@/lib/questionnaires/instrument-score";
import { boundsOf, itemsOf } from "@/lib/questionnaires/scales";
import { PUBLISHED } from "@/lib/questionnaires/scoring/published";
import type { AnswerScale, Structure, Variant } from "@/lib/questionnaires/scoring/structure";
import { shippedContent } from "./content";

export const BASE = { url: "https://portal.example" };

/** The instruments that ship with the portal. */
export const ownInstruments = (): Instrument[] => shippedContent.instruments;

/** One of those that ship. */
export function ownBy(slug: string): Instrument {
  const found = ownInstruments().find((instrument) => instrument.slug === slug);
  if (!found) throw new Error(`no ${slug}`);
  return found;
}

function scaleFor({ kind, least, most }: AnswerScale, isNamed: boolean): Scale {
  const ends = { least, most, lowLabel: "Least", highLabel: "Most" };
  if (kind === "tick" || kind === "tick-or-number") return { kind: "tick", none: "None of these" };
  if (isNamed) return { kind: "named", prompt: "Name an activity", ...ends };
  if (kind === "continuous") return { kind: "vas", ...ends };
  if (most - least >= 10) return { kind: "nrs", ...ends };
  const options = Array.from({ length: most - least + 1 }, (_, step) => ({
    value: least + step,
    label: `Step ${step}`,
  }));
  return { kind: "likert", options };
}

/** How many items where the person says how many: the most, and for a list without an end a made-up number. */
const countOf = ({ most }: { most: number }) => (Number.isFinite(most) ? most : 18);

/** A published instrument as a clinic would bring it in, with made-up words, and shown as told. */
function licensed(structure: Structure, variant: Variant, shown: "percent" | "raw"): Instrument {
  const [first] = variant.lists;
  if (!first) throw new Error(`${structure.id} has no list`);
  return instrumentSchema.parse({
    slug: variant.scale ? `${structure.id}-${variant.scale}` : structure.id,
    title: `Structure of ${structure.id}`,
    shortTitle: `A ${structure.id}`,
    notice: "Words made up for a test, on the structure of an instrument.",
    recall: "the last week",
    minutes: 5,
    scale: scaleFor(first.scale, structure.id === "psfs"),
    subscales: variant.lists.map((list) => ({
      id: list.id,
      title: `List ${list.id}`,
      stem: "",
      meaning: "",
      minimumAnswered: 1,
      scale: scaleFor(list.scale, structure.id === "psfs"),
      items: Array.from({ length: countOf(list) }, (_, at) => ({ id: `${list.id}-${at + 1}`, text: `Item ${at + 1}` })),
    })),
    missingRule: "complete",
    direction: structure.direction,
    licence: "Made up",
    licenceReference: "Agreement 12 of 2025",
    references: [],
    shown,
    published: { id: structure.id, scale: variant.scale, rule: variant.rule },
  });
}

/** One published instrument, by the first of its variants or the one with this rule. */
export function licensedBy(id: string, shown: "percent" | "raw", rule?: string): Instrument {
  const structure = PUBLISHED.get(id);
  const variant = structure?.variants.find((one) => rule === undefined || one.rule === rule);
  if (!structure || !variant) throw new Error(`no ${id} ${rule}`);
  return licensed(structure, variant, shown);
}

/** Every published instrument by every scale and rule, shown on 0-100, and the first of each on its own range too. */
export const everyLicensed = (): Instrument[] =>
  [...PUBLISHED.values()].flatMap((structure) =>
    structure.variants.flatMap((variant, at) => [
      licensed(structure, variant, "percent"),
      ...(at === 0 ? [licensed(structure, variant, "raw")] : []),
    ]),
  );

/** Answers of many values to all items; `shift` makes others. */
export function mixedAnswers(instrument: Instrument, shift = 0): Record<string, number | null> {
  return Object.fromEntries(
    itemsOf(instrument).map(({ item, scale }, at) => {
      const { least, most } = boundsOf(scale);
      const step = (at * 7 + shift * 3) % (most - least + 1);
      return [item.id, least + step + (scale.kind === "vas" && step < most - least ? 0.25 : 0)];
    }),
  );
}

const NAMES = ["carry the shopping", "kneel in the garden", "drive for an hour", "play bowls", "climb the stairs"];

/** A response as it is kept, with the scores that the engine gives it. Null is declined; what is absent was not reached. */
export function exported(
  instrument: Instrument,
  answers: Answers,
  but: Partial<ExportedResponse> = {},
): ExportedResponse {
  const { parts, band } = scoreInstrument(instrument, answers);
  const named = itemsOf(instrument).filter(({ item, scale }) => scale.kind === "named" && answers[item.id] != null);
  const names: Names = Object.fromEntries(named.map(({ item }, at) => [item.id, NAMES[at] ?? "walk"]));
  return {
    id: "01890a5d-ac96-774b-bcce-b302099a8057",
    patientId: "01890a5d-ac96-774b-bcce-b302099a8001",
    instrument,
    versionNumber: 1,
    answers,
    declined: Object.entries(answers).flatMap(([id, value]) => (value === null ? [id] : [])),
    names,
    submittedAt: new Date("2025-03-30T08:15:00.000Z"),
    answeredOn: "2025-03-30",
    source: "portal",
    enteredById: null,
    correctsId: null,
    isCorrected: false,
    scores: parts.map((part) => ({
      ...shownOf(part, instrument),
      id: part.id,
      isTotal: part.isTotal,
      reason: part.reason,
      answered: part.answered,
      imputed: part.imputed,
      band: part.id === "total" ? band : null,
    })),
    ...but,
  };
}
