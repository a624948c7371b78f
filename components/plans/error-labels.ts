import type { DraftInput } from "@/lib/plans/schemas";
import type { TitleOf } from "./item-titles";

/** Which item or phase each field is of, so that a message in a list says where it belongs. */
export function errorLabels(names: readonly string[], body: DraftInput, titleOf: TitleOf): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const [, phaseAt, itemAt] = /^phases\.(\d+)(?:\.items\.(\d+))?/.exec(name) ?? [];
      const phase = phaseAt === undefined ? undefined : body.phases[Number(phaseAt)];
      if (!phase) return [];
      const item = itemAt === undefined ? undefined : phase.items[Number(itemAt)];
      return [[name, item ? titleOf(item) : phase.title || `Phase ${Number(phaseAt) + 1}`]];
    }),
  );
}
