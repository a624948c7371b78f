import type { FhirBase } from "./addresses";
import { scoreCodes } from "./codes";
import type { ExportedResponse, ExportedScore } from "./exported-response";
import { type ScoreRule, scoreRules } from "./expression";
import { SCORE_UNIT } from "./questionnaire";
import type { Observation, Quantity } from "./resources";
import { answeredAt } from "./response";

const quantity = (value: number): Quantity => ({ value, unit: "score", ...SCORE_UNIT });

const SURVEY = { system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "survey" };
const ABSENT = { system: "http://terminology.hl7.org/CodeSystem/data-absent-reason", code: "unknown" };

/**
 * The scores of a response as FHIR R4 Observations, one a scored part, as people see them and not rounded. A part without a score has the
 * reason in its place. Those of a response that was corrected are `entered-in-error`.
 * @throws Error on a score of a part the instrument does not have.
 */
export function observationsOf(response: ExportedResponse, base: FhirBase): Observation[] {
  const rules = scoreRules(response.instrument);
  return response.scores.map((score) => {
    const at = rules.findIndex(({ id }) => id === score.id);
    const rule = rules[at];
    if (!rule) throw new Error(`no score ${score.id} in ${response.instrument.slug}`);
    return observationOf(response, score, { rule, id: `${response.id}-${at + 1}` }, base);
  });
}

function observationOf(
  response: ExportedResponse,
  score: ExportedScore,
  { rule, id }: { rule: ScoreRule; id: string },
  base: FhirBase,
): Observation {
  const { instrument } = response;
  const { value, least, most, reason, band } = score;
  const notes = notesOf(score);
  return {
    resourceType: "Observation",
    id,
    status: response.isCorrected ? "entered-in-error" : "final",
    category: [{ coding: [SURVEY] }],
    code: { coding: scoreCodes(instrument, rule, base), text: `${instrument.title}: ${rule.title}` },
    subject: { reference: `Patient/${response.patientId}` },
    effectiveDateTime: answeredAt(response),
    ...(value === null
      ? { dataAbsentReason: { coding: [ABSENT], text: reason ?? "no score" } }
      : { valueQuantity: quantity(value) }),
    ...(band === null ? {} : { interpretation: [{ text: band }] }),
    ...(notes.length > 0 ? { note: notes.map((text) => ({ text })) } : {}),
    referenceRange: [
      {
        low: quantity(least),
        high: quantity(most),
        // Without a type a range is taken for the one of healthy people.
        type: { text: "range of the scale" },
        text: `The score can be ${least} to ${most}; ${instrument.direction === "lower-is-better" ? "lower" : "higher"} is better.`,
      },
    ],
    derivedFrom: [{ reference: `QuestionnaireResponse/${response.id}` }],
  };
}

function notesOf({ value, reason, imputed }: ExportedScore): string[] {
  if (value === null) return reason ? [`No score: ${reason}.`] : [];
  if (imputed === 0) return [];
  return [`${imputed} ${imputed === 1 ? "item" : "items"} not answered; each took the mean of the answered ones.`];
}
