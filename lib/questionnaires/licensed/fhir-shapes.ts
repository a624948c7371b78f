import { z } from "zod";

/** What is read of a FHIR R4 Questionnaire; everything else in it is passed over. */
const extensionSchema = z.object({
  url: z.string(),
  valueDecimal: z.number().optional(),
  valueInteger: z.number().optional(),
  valueString: z.string().optional(),
  valueCodeableConcept: z.object({ coding: z.array(z.object({ code: z.string().optional() })).optional() }).optional(),
});
export type Extension = z.infer<typeof extensionSchema>;

const extensions = z.array(extensionSchema).optional();

const answerOptionSchema = z.object({
  extension: extensions,
  valueInteger: z.number().optional(),
  valueString: z.string().optional(),
  valueCoding: z
    .object({ extension: extensions, code: z.string().optional(), display: z.string().optional() })
    .optional(),
});
export type AnswerOption = z.infer<typeof answerOptionSchema>;

export const fhirItemSchema = z.object({
  linkId: z.string().min(1),
  type: z.string(),
  text: z.string().optional(),
  readOnly: z.boolean().optional(),
  extension: extensions,
  answerOption: z.array(answerOptionSchema).optional(),
  answerValueSet: z.string().optional(),
  enableWhen: z.array(z.unknown()).optional(),
  /** Read one level at a time, so that depth costs nothing. */
  item: z.array(z.unknown()).optional(),
});
export type FhirItem = z.infer<typeof fhirItemSchema>;

export const questionnaireSchema = z.object({
  resourceType: z.literal("Questionnaire"),
  status: z.string().optional(),
  item: z.array(z.unknown()).optional(),
});

const EXTENSIONS = {
  ordinal: [
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
  ],
  control: ["http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"],
  least: ["http://hl7.org/fhir/StructureDefinition/minValue"],
  most: ["http://hl7.org/fhir/StructureDefinition/maxValue"],
  calculated: ["http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"],
} as const;

/** The extension of a name, wherever it is looked for; undefined when it is not there. */
export function extensionOf(
  { extension }: { extension?: Extension[] },
  name: keyof typeof EXTENSIONS,
): Extension | undefined {
  const urls: readonly string[] = EXTENSIONS[name];
  return extension?.find(({ url }) => urls.includes(url));
}

/** The number in an extension; null when there is none. */
export function numberOf(extension: Extension | undefined): number | null {
  return extension?.valueDecimal ?? extension?.valueInteger ?? null;
}

/** Which end of a row or a line a note stands at; null for another note. */
export function endOf(item: FhirItem): "lower" | "upper" | null {
  const codes = extensionOf(item, "control")?.valueCodeableConcept?.coding?.map(({ code }) => code) ?? [];
  return codes.includes("lower") ? "lower" : codes.includes("upper") ? "upper" : null;
}

/** Whether an item is no question but a score worked out from the others. */
export function isWorkedOut(item: FhirItem): boolean {
  return item.readOnly === true || extensionOf(item, "calculated") !== undefined;
}
