import type { DraftInput } from "@/lib/plans/schemas";
import type { TitleOf } from "./item-titles";

const FIELD_WORDS: Record<string, string> = {
  sets: "sets",
  repetitions: "repetitions",
  holdSeconds: "hold",
  restSeconds: "rest",
  loadKg: "load",
  tempo: "tempo",
  bandColour: "band",
  rangeLimit: "how far",
  painCeiling: "pain limit",
  note: "note",
  kind: "when",
  weekdays: "days",
  days: "days apart",
  windowDays: "open for",
  timesPerDay: "times a day",
  day: "day",
  weeks: "weeks",
  title: "name",
  aim: "what it is for",
  painAtMost: "when to move on",
  value: "when to move on",
  sessions: "when to move on",
  source: "where the idea comes from",
};

/** Which item or phase and which field of it each message is of, so that one in a list says where it belongs. */
export function errorLabels(names: readonly string[], body: DraftInput, titleOf: TitleOf): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const [, phaseAt, itemAt] = /^phases\.(\d+)(?:\.items\.(\d+))?/.exec(name) ?? [];
      const phase = phaseAt === undefined ? undefined : body.phases[Number(phaseAt)];
      if (!phase) return [];
      const item = itemAt === undefined ? undefined : phase.items[Number(itemAt)];
      const where = item ? titleOf(item) : phase.title || `Phase ${Number(phaseAt) + 1}`;
      const field = FIELD_WORDS[name.split(".").at(-1) ?? ""];
      return [[name, field ? `${where}, ${field}` : where]];
    }),
  );
}
