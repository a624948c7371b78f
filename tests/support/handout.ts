import type { HandoutLine } from "@/lib/export/handout";
import { stillDrawing } from "@/lib/movement/stills";
import { shippedContent } from "./content";

const figure = shippedContent.exercises.find(({ slug }) => slug === "glute-bridge")?.figure;
if (!figure) throw new Error("there is no glute bridge among the exercises");

/** A person on their back with bent knees, and with the hips lifted. */
export const BRIDGE = { start: stillDrawing(figure, "start"), end: stillDrawing(figure, "end") };

/** A line of a plan's text as the handout takes it: an exercise every day from Monday 2 March 2026. */
export function handoutLine(changes: Partial<HandoutLine> = {}): HandoutLine {
  return {
    id: "item-1",
    key: "key-1",
    kind: "exercise",
    schedule: { kind: "weekly", weekdays: [1, 2, 3, 4, 5, 6, 7], timesPerDay: 1 },
    anchorOn: "2026-03-02",
    phaseStartsOn: "2026-03-02",
    phaseEndsOn: null,
    title: "Glute bridge",
    dose: { sets: 3, repetitions: 10, holdSeconds: null, restSeconds: 30, loadKg: null, tempo: null, side: "none" },
    note: "",
    painCeiling: 4,
    cues: [
      "Squeeze your bottom before you lift.",
      "Keep your ribs down and your back long.",
      "Push through your heels.",
      "Breathe out on the way up.",
    ],
    stopIf: [
      "Pain in your back rises above the limit in your plan.",
      "You get cramp at the back of your thigh that does not ease.",
    ],
    picture: { kind: "figure", ...BRIDGE },
    minutes: null,
    ...changes,
  };
}
