/** The parts of FHIR R4 (4.0.1) that the portal writes. Decimals are plain numbers; dates are ISO text. */

export type Coding = { system?: string; code: string; display?: string; extension?: Extension[] };
export type CodeableConcept = { coding?: Coding[]; text?: string };
export type Reference = { reference: string };
export type Quantity = { value: number; unit: string; system: string; code: string };
export type Expression = { description?: string; language: "text/fhirpath"; expression: string };

export type Extension = {
  url: string;
  valueBoolean?: boolean;
  valueCode?: string;
  valueCodeableConcept?: CodeableConcept;
  valueCoding?: Coding;
  valueDecimal?: number;
  valueExpression?: Expression;
  valueInteger?: number;
  valueReference?: Reference;
  valueString?: string;
};

export type QuestionnaireItem = {
  linkId: string;
  extension?: Extension[];
  code?: Coding[];
  text: string;
  type: "group" | "display" | "boolean" | "decimal" | "integer" | "string" | "choice";
  required?: boolean;
  readOnly?: boolean;
  answerOption?: { valueCoding: Coding }[];
  item?: QuestionnaireItem[];
};

export type Questionnaire = {
  resourceType: "Questionnaire";
  id: string;
  url: string;
  version: string;
  name: string;
  title: string;
  status: "active";
  subjectType: ["Patient"];
  description: string;
  copyright: string;
  code?: Coding[];
  item: QuestionnaireItem[];
};

export type ResponseAnswer = {
  valueBoolean?: boolean;
  valueCoding?: Coding;
  valueDecimal?: number;
  valueInteger?: number;
  valueString?: string;
};

export type ResponseItem = {
  linkId: string;
  extension?: Extension[];
  text?: string;
  answer?: ResponseAnswer[];
  item?: ResponseItem[];
};

export type QuestionnaireResponse = {
  resourceType: "QuestionnaireResponse";
  id: string;
  extension?: Extension[];
  questionnaire: string;
  status: "completed" | "amended" | "entered-in-error";
  subject: Reference;
  authored: string;
  author?: Reference;
  source: Reference;
  item: ResponseItem[];
};

export type Observation = {
  resourceType: "Observation";
  id: string;
  status: "final" | "entered-in-error";
  category: CodeableConcept[];
  code: CodeableConcept;
  subject: Reference;
  effectiveDateTime: string;
  valueQuantity?: Quantity;
  dataAbsentReason?: CodeableConcept;
  interpretation?: CodeableConcept[];
  note?: { text: string }[];
  referenceRange: { low: Quantity; high: Quantity; type: CodeableConcept; text: string }[];
  derivedFrom: Reference[];
};

export type CodeSystem = {
  resourceType: "CodeSystem";
  id: string;
  url: string;
  name: string;
  title: string;
  status: "active";
  caseSensitive: true;
  content: "complete" | "fragment";
  concept?: { code: string; display: string; definition?: string }[];
};

export type Resource = Questionnaire | QuestionnaireResponse | Observation | CodeSystem;

export type Bundle = {
  resourceType: "Bundle";
  type: "collection";
  timestamp: string;
  entry?: { fullUrl: string; resource: Resource }[];
};
