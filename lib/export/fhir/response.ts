import type { Item, Scale, Subscale } from "@/lib/questionnaires/instrument-schema";
import { optionsOf, scaleOf } from "@/lib/questionnaires/scales";
import { addressOf, type FhirBase, linkOf } from "./addresses";
import type { ExportedResponse, ExportedScore } from "./exported-response";
import { scoreRules } from "./expression";
import { choiceOf, partText } from "./questionnaire";
import type { Extension, QuestionnaireResponse, ResponseAnswer, ResponseItem } from "./resources";

/**
 * A response as a FHIR R4 QuestionnaireResponse. Items stand as in the Questionnaire; one not answered stands without an answer, and so
 * does a score there is none of. One the person chose not to answer says so, as `asked-declined`. A correction is `amended` and names what it
 * corrects; what was corrected is `entered-in-error`.
 */
export function questionnaireResponseOf(response: ExportedResponse, base: FhirBase): QuestionnaireResponse {
  const { id, patientId, instrument, versionNumber, correctsId, isCorrected, source, enteredById } = response;
  const patient = { reference: `Patient/${patientId}` };
  const author = source === "portal" ? patient : enteredById && { reference: `Practitioner/${enteredById}` };
  const corrects = addressOf(base, "StructureDefinition", "corrects");
  return {
    resourceType: "QuestionnaireResponse",
    id,
    ...(correctsId
      ? { extension: [{ url: corrects, valueReference: { reference: `QuestionnaireResponse/${correctsId}` } }] }
      : {}),
    questionnaire: `${addressOf(base, "Questionnaire", instrument.slug)}|${versionNumber}`,
    status: isCorrected ? "entered-in-error" : correctsId ? "amended" : "completed",
    subject: patient,
    authored: answeredAt(response),
    ...(author ? { author } : {}),
    source: patient,
    item: [
      ...instrument.subscales.map((subscale) => groupOf(response, subscale)),
      ...scoreRules(instrument).map(({ id: part, title }) =>
        scoreItem(
          title,
          part,
          response.scores.find((score) => score.id === part),
        ),
      ),
    ],
  };
}

const DECLINED: Extension = {
  url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
  valueCode: "asked-declined",
};

/** When the answers were given: the instant for those sent in the portal, else the day. */
export function answeredAt({ source, submittedAt, answeredOn }: ExportedResponse): string {
  return source === "portal" ? submittedAt.toISOString() : answeredOn;
}

function groupOf({ instrument, answers, declined, names }: ExportedResponse, subscale: Subscale): ResponseItem {
  const scale = scaleOf(instrument, subscale);
  return {
    linkId: linkOf.part(subscale.id),
    text: partText(subscale),
    item: subscale.items.map((item) => {
      const answered = questionOf(item, scale, answers[item.id] ?? null, declined.includes(item.id));
      if (scale.kind !== "named") return answered;
      const name = names[item.id]?.trim();
      const named = { linkId: linkOf.name(item.id), text: scale.prompt };
      return {
        linkId: linkOf.activity(item.id),
        text: item.text,
        item: [name ? { ...named, answer: [{ valueString: name }] } : named, answered],
      };
    }),
  };
}

/** The reason stands at the item: an answer without a value would still be counted as one. */
function questionOf(item: Item, scale: Scale, value: number | null, isDeclined: boolean): ResponseItem {
  const { id: linkId, text } = item;
  if (value !== null) return { linkId, text, answer: [answerOf(item, scale, value)] };
  return isDeclined ? { linkId, extension: [DECLINED], text } : { linkId, text };
}

function answerOf(item: Item, scale: Scale, value: number): ResponseAnswer {
  switch (scale.kind) {
    case "likert":
    case "yes-no": {
      const label = optionsOf(scale, item)?.find((option) => option.value === value)?.label;
      if (label === undefined) throw new Error(`${item.id} has no answer ${value}`);
      return { valueCoding: choiceOf(value, label) };
    }
    case "tick":
      return { valueBoolean: value === 1 };
    case "vas":
      return { valueDecimal: value };
    case "nrs":
    case "named":
      return { valueInteger: value };
  }
}

function scoreItem(title: string, id: string, score: ExportedScore | undefined): ResponseItem {
  const words = { linkId: linkOf.score(id), text: `Score: ${title}` };
  const value = score?.value ?? null;
  return value === null ? words : { ...words, answer: [{ valueDecimal: value }] };
}
