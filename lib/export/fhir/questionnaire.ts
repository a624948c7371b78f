import type { Instrument, Item, Scale, Subscale } from "@/lib/questionnaires/instrument-schema";
import { optionsOf, scaleOf } from "@/lib/questionnaires/scales";
import { addressOf, type FhirBase, linkOf, ORDINAL_VALUE, questionnaireId } from "./addresses";
import { panelCodes, scoreCodes } from "./codes";
import { type ScoreRule, scoreRules } from "./expression";
import type { Coding, Questionnaire, QuestionnaireItem } from "./resources";

const CORE = "http://hl7.org/fhir/StructureDefinition";
const CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
export const SCORE_UNIT = { system: "http://unitsofmeasure.org", code: "{score}" } as const;

/**
 * An instrument as a FHIR R4 Questionnaire: a group a part, an item an item under its own id, and hidden items that calculate the scores
 * people see, by the instrument's own rule for missing answers. Choices carry their values as ordinal values; a row or a line has a note at each
 * end; a tick is a boolean; an activity the person names is a group of its name and its rating. A clinic's words for a published instrument
 * are read back from it unchanged: see read-fhir-words.ts in lib/questionnaires/licensed.
 */
export function questionnaireOf(instrument: Instrument, version: number, base: FhirBase): Questionnaire {
  const { slug, title, notice, recall, licence, licenceReference } = instrument;
  const panel = panelCodes(instrument);
  return {
    resourceType: "Questionnaire",
    id: questionnaireId(slug, version),
    url: addressOf(base, "Questionnaire", slug),
    version: String(version),
    name: computableName(slug),
    title,
    status: "active",
    subjectType: ["Patient"],
    description: `${notice.trim()}\n\nAsks about: ${recall}.`,
    copyright: licenceReference ? `${licence}\n\n${licenceReference}` : licence,
    ...(panel.length > 0 ? { code: panel } : {}),
    item: [
      ...instrument.subscales.map((subscale) => groupOf(instrument, subscale, base)),
      ...scoreRules(instrument).map((rule) => scoreItem(instrument, rule, base)),
    ],
  };
}

/** `knee-and-hip-index` as `KneeAndHipIndex`. */
function computableName(slug: string): string {
  return slug.replace(/(^|-)([a-z0-9])/g, (_, hyphen: string, letter: string) =>
    /\d/.test(letter) && hyphen ? `_${letter}` : letter.toUpperCase(),
  );
}

/** The words of a part: its title and the question its items share. */
export function partText({ title, stem }: Pick<Subscale, "title" | "stem">): string {
  return stem.trim() ? `${title}. ${stem.trim()}` : title;
}

function groupOf(instrument: Instrument, subscale: Subscale, base: FhirBase): QuestionnaireItem {
  const scale = scaleOf(instrument, subscale);
  const none = addressOf(base, "StructureDefinition", "none-of-these");
  return {
    linkId: linkOf.part(subscale.id),
    ...(scale.kind === "tick" ? { extension: [{ url: none, valueString: scale.none }] } : {}),
    text: partText(subscale),
    type: "group",
    item: subscale.items.map((item) => questionOf(item, scale)),
  };
}

function questionOf(item: Item, scale: Scale): QuestionnaireItem {
  const words = { linkId: item.id, text: item.text };
  switch (scale.kind) {
    case "likert":
    case "yes-no":
      return { ...words, type: "choice", required: false, answerOption: choicesOf(scale, item) };
    case "tick":
      return { ...words, type: "boolean", required: false };
    case "nrs":
      return { ...words, type: "integer", required: false, ...endsOf(item, scale, "valueInteger") };
    case "vas":
      return { ...words, type: "decimal", required: false, ...endsOf(item, scale, "valueDecimal") };
    case "named":
      return {
        linkId: linkOf.activity(item.id),
        text: item.text,
        type: "group",
        item: [
          { linkId: linkOf.name(item.id), text: scale.prompt, type: "string", required: false },
          { ...words, type: "integer", required: false, ...endsOf(item, scale, "valueInteger") },
        ],
      };
  }
}

type Ended = Extract<Scale, { least: number }>;

/** The numbers at the two ends, and their words. */
function endsOf(
  { id }: Pick<Item, "id">,
  { least, most, lowLabel, highLabel }: Ended,
  value: "valueInteger" | "valueDecimal",
): Pick<QuestionnaireItem, "extension" | "item"> {
  return {
    extension: [
      { url: `${CORE}/minValue`, [value]: least },
      { url: `${CORE}/maxValue`, [value]: most },
    ],
    item: [noteOf(id, "lower", lowLabel), noteOf(id, "upper", highLabel)],
  };
}

function noteOf(itemId: string, end: "lower" | "upper", text: string): QuestionnaireItem {
  const coding = [{ system: "http://hl7.org/fhir/questionnaire-item-control", code: end }];
  return {
    linkId: linkOf.end(itemId, end),
    extension: [{ url: `${CORE}/questionnaire-itemControl`, valueCodeableConcept: { coding } }],
    text,
    type: "display",
  };
}

const choicesOf = (scale: Scale, item: Item) =>
  (optionsOf(scale, item) ?? []).map(({ value, label }) => ({ valueCoding: choiceOf(value, label) }));

/** A choice as it stands in a questionnaire and in its responses: the value is its code and its ordinal value. */
export function choiceOf(value: number, label: string): Coding {
  return { extension: [{ url: ORDINAL_VALUE, valueDecimal: value }], code: String(value), display: label };
}

function scoreItem(instrument: Instrument, rule: ScoreRule, base: FhirBase): QuestionnaireItem {
  const { id, title, expression, least, most } = rule;
  const description = `Score from ${least} to ${most}; nothing when too few answers are given.`;
  return {
    linkId: linkOf.score(id),
    extension: [
      { url: `${CORE}/questionnaire-hidden`, valueBoolean: true },
      { url: `${CORE}/questionnaire-unit`, valueCoding: { ...SCORE_UNIT, display: "score" } },
      { url: CALCULATED, valueExpression: { description, language: "text/fhirpath", expression } },
    ],
    code: scoreCodes(instrument, rule, base),
    text: `Score: ${title}`,
    type: "decimal",
    required: false,
    readOnly: true,
  };
}
