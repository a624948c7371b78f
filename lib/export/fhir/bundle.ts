import { addressOf, type FhirBase } from "./addresses";
import { scoreCodeSystem } from "./codes";
import type { ExportedResponse } from "./exported-response";
import { observationsOf } from "./observation";
import { questionnaireOf } from "./questionnaire";
import type { Bundle, Resource } from "./resources";
import { questionnaireResponseOf } from "./response";

/**
 * Responses of one patient, one or all, as a collection: the questionnaires they answer, each version once, the codes of their scores, and
 * each response followed by its scores. The order of the responses is kept. `at` is when the collection is made.
 */
export function bundleOf(responses: readonly ExportedResponse[], base: FhirBase, at: Date): Bundle {
  const versions = new Map(
    responses.map(({ instrument, versionNumber }) => [
      `${instrument.slug}|${versionNumber}`,
      { instrument, versionNumber },
    ]),
  );
  const used = [...versions.values()].sort((a, b) => a.versionNumber - b.versionNumber);
  const codes =
    used.length > 0
      ? [
          scoreCodeSystem(
            used.map(({ instrument }) => instrument),
            base,
          ),
        ]
      : [];
  const resources: Resource[] = [
    ...codes,
    ...used.map(({ instrument, versionNumber }) => questionnaireOf(instrument, versionNumber, base)),
    ...responses.flatMap((response) => [questionnaireResponseOf(response, base), ...observationsOf(response, base)]),
  ];
  const entry = resources.map((resource) => ({
    fullUrl: addressOf(base, resource.resourceType, resource.id),
    resource,
  }));
  return {
    resourceType: "Bundle",
    type: "collection",
    timestamp: at.toISOString(),
    ...(entry.length > 0 ? { entry } : {}),
  };
}
