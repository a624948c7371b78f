import type { HandoutLine } from "@/lib/export/handout";
import type { Drawing } from "@/lib/movement/drawing";

/** A limb as two circles and what lies between them. */
const limb = (x1: number, y1: number, r1: number, x2: number, y2: number, r2: number) => {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const [nx, ny] = [Math.sin(angle), -Math.cos(angle)];
  const point = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return [
    `M${point(x1 + nx * r1, y1 + ny * r1)}L${point(x2 + nx * r2, y2 + ny * r2)}`,
    `A${r2} ${r2} 0 0 1 ${point(x2 - nx * r2, y2 - ny * r2)}`,
    `L${point(x1 - nx * r1, y1 - ny * r1)}A${r1} ${r1} 0 0 1 ${point(x1 + nx * r1, y1 + ny * r1)}Z`,
  ].join("");
};

/** A person on their back with the hips at a height above the floor: enough like a figure to print. */
export function bridge(height: number): Drawing {
  const hip = 78 - height;
  return {
    width: 200,
    height: 100,
    skin: 2,
    cropped: false,
    shapes: [
      { id: "floor", tone: "floor", d: "M0 92H200", line: 1.5 },
      { id: "mat", tone: "mat", d: "M10 86H190V91H10Z" },
      { id: "far-thigh", tone: "trousers-far", d: limb(104, hip, 10, 144, 50, 7) },
      { id: "far-shank", tone: "trousers-far", d: limb(144, 50, 7, 150, 80, 5) },
      { id: "far-foot", tone: "shoe-far", d: limb(150, 82, 4, 166, 83, 3) },
      { id: "head", tone: "skin", d: limb(28, 74, 11, 29, 74, 11) },
      { id: "hair", tone: "hair", d: "M18 70A11 11 0 0 0 20 83L24 74Z" },
      { id: "trunk", tone: "shirt", d: limb(50, 76, 10, 92, hip + 1, 10) },
      { id: "pelvis", tone: "trousers", d: limb(92, hip + 1, 10, 104, hip, 11) },
      { id: "thigh", tone: "trousers", d: limb(104, hip, 10, 138, 48, 7) },
      { id: "shank", tone: "trousers", d: limb(138, 48, 7, 142, 79, 5) },
      { id: "buttock", tone: "muscle", d: limb(96, hip + 3, 5, 106, hip + 4, 5) },
      { id: "foot", tone: "shoe", d: limb(142, 82, 4, 158, 83, 3) },
      { id: "arm", tone: "skin", d: limb(54, 80, 5, 100, 83, 3) },
      { id: "sleeve", tone: "shirt", d: limb(52, 79, 6, 68, 81, 5) },
      { id: "arc", tone: "arc", d: `M112 70Q118 60 112 ${hip}`, line: 1.2, dashed: true },
    ],
  };
}

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
    picture: { kind: "figure", start: bridge(0), end: bridge(26) },
    minutes: null,
    ...changes,
  };
}
