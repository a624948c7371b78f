import { FREEDOMS, JOINT_OF } from "./body";
import type { Figure } from "./figure-schema";
import type { JointName } from "./joints";
import { type Stop, stopsOf } from "./motion";
import type { Base, Side } from "./vocabulary";

const BASE_WORDS: Record<Base, string> = {
  standing: "standing",
  sitting: "sitting",
  "long-sitting": "sitting with the legs out in front",
  kneeling: "kneeling",
  "all-fours": "on hands and knees",
  "lying-on-back": "lying on the back",
  "lying-on-front": "lying on the front",
  "side-lying": "lying on one side",
};

/** What the joint is seen to do when its angle grows, and when it shrinks. */
const MOVES: Partial<Record<JointName, { part: string; grows: string; shrinks: string }>> = {
  hipFlexion: { part: "hip", grows: "bends", shrinks: "straightens" },
  hipAbduction: { part: "leg", grows: "moves out to the side", shrinks: "moves in" },
  hipRotation: { part: "thigh", grows: "turns inwards", shrinks: "turns outwards" },
  kneeFlexion: { part: "knee", grows: "bends", shrinks: "straightens" },
  ankleDorsiflexion: { part: "foot", grows: "comes up at the ankle", shrinks: "points down" },
  shoulderFlexion: { part: "arm", grows: "comes up in front", shrinks: "goes down" },
  shoulderAbduction: { part: "arm", grows: "moves out to the side", shrinks: "moves in" },
  elbowFlexion: { part: "elbow", grows: "bends", shrinks: "straightens" },
  lowBackFlexion: { part: "low back", grows: "rounds", shrinks: "arches" },
  lowBackSideBend: { part: "trunk", grows: "bends to the right", shrinks: "bends to the left" },
  upperBackFlexion: { part: "upper back", grows: "rounds", shrinks: "straightens" },
  upperBackRotation: { part: "chest", grows: "turns to the left", shrinks: "turns to the right" },
};

/** A change of fewer degrees than this is not worth a word. */
const WORTH_A_WORD = 18;
const MOST_WORDS = 4;

/**
 * The drawing in words, for those who do not see it: who is where, and which joints move how far.
 * @param mirrored the other side is drawn
 */
export function describeFigure(figure: Figure, name: string, mirrored = false): { title: string; description: string } {
  const stops = stopsOf(figure);
  const first = figure.keyframes[0];
  const end = Math.floor(figure.keyframes.length / 2);
  const goal = figure.keyframes[end];
  const seen = figure.view === "front" || figure.base === "side-lying" ? "from the front" : "from the side";
  const sentences = [`A person ${BASE_WORDS[figure.base]}, seen ${seen}.`];
  if (first && goal && end > 0) {
    sentences.push(`From "${first.label}" to "${goal.label}"${moves(stops[0], stops[end], mirrored)}.`);
  } else if (first) {
    sentences.push(`Held: ${first.label}.`);
  }
  return { title: name, description: sentences.join(" ") };
}

function moves(from: Stop | undefined, to: Stop | undefined, mirrored: boolean): string {
  if (!from || !to) return "";
  const changes = FREEDOMS.flatMap((freedom, index) => {
    const joint = JOINT_OF[index];
    const words = joint && MOVES[joint];
    const by = (to.state[index] ?? 0) - (from.state[index] ?? 0);
    if (!words || Math.abs(by) < WORTH_A_WORD) return [];
    return [{ side: sideOf(freedom, mirrored), part: words.part, does: by > 0 ? words.grows : words.shrinks, by }];
  });
  const said = [...bothSides(changes)].sort((a, b) => Math.abs(b.by) - Math.abs(a.by)).slice(0, MOST_WORDS);
  return said.length === 0 ? "" : `: ${said.map(({ text }) => text).join(", ")}`;
}

type Change = { side: Side | null; part: string; does: string; by: number };

/** The same move on both sides is told once. */
function* bothSides(changes: readonly Change[]): Generator<{ text: string; by: number }> {
  for (const change of changes) {
    const { side, part, does, by } = change;
    const twin = changes.find((other) => other !== change && other.part === part && other.does === does);
    if (!twin) yield { text: `the ${side ? `${side} ` : ""}${part} ${does}`, by };
    else if (side === "left") yield { text: `each ${part} ${does}`, by };
  }
}

function sideOf(freedom: string, mirrored: boolean): Side | null {
  const left = freedom.startsWith("left");
  if (!left && !freedom.startsWith("right")) return null;
  return left === mirrored ? "right" : "left";
}
