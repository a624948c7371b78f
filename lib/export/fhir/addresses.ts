/** Where the portal is reached; addresses of what it defines start with it. A clinic that brings in words of its own needs one of its own. */
export type FhirBase = { url: string };

type Kind = "CodeSystem" | "Observation" | "Questionnaire" | "QuestionnaireResponse" | "StructureDefinition";

/** The address of a resource, or of a definition, under a base with or without a slash at its end. */
export function addressOf({ url }: FhirBase, kind: Kind, id: string): string {
  return `${url.replace(/\/+$/, "")}/fhir/${kind}/${id}`;
}

/** The id of a version of a questionnaire, at most 64 characters as FHIR wants it. Versions are never changed, so neither is it. */
export function questionnaireId(slug: string, version: number): string {
  const end = `-v${version}`;
  return `${slug.slice(0, 64 - end.length)}${end}`;
}

/** The links between a questionnaire and its responses. Ids have no full stop, so none of these can be an item's own. */
export const linkOf = {
  part: (subscaleId: string) => `part.${subscaleId}`,
  score: (partId: string) => `score.${partId}`,
  activity: (itemId: string) => `${itemId}.activity`,
  name: (itemId: string) => `${itemId}.name`,
  end: (itemId: string, end: "lower" | "upper") => `${itemId}.${end}`,
};

export const ORDINAL_VALUE = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
