import { freedomIndex } from "./body";
import type { Pose } from "./figure-schema";
import type { BodyState } from "./kinematics";
import { SIDES } from "./vocabulary";

/** The names a pose may use without a side, and what stands for each side. */
const PAIRED = [
  ["hips", "Hip"],
  ["knees", "Knee"],
  ["ankles", "Ankle"],
  ["toes", "Toes"],
  ["arches", "Arch"],
  ["shoulders", "Shoulder"],
  ["elbows", "Elbow"],
  ["forearms", "Forearm"],
  ["wrists", "Wrist"],
] as const;

/** `rightForearm` in a pose is the turn of the forearm; in the body it is named after the turn. */
const numberName = (name: string) => (name.endsWith("Forearm") ? `${name}.pronation` : name);

/**
 * A state with what the pose says laid over what was there. Names without a side are laid first, so that a side can differ.
 * @param state angles in degrees
 */
export function withPose(state: BodyState, pose: Pose): BodyState {
  const next = [...state];
  const set = (name: string, value: unknown) => {
    if (typeof value === "number") next[freedomIndex(numberName(name))] = value;
    else if (typeof value === "object" && value !== null) {
      for (const [part, angle] of Object.entries(value)) {
        if (typeof angle === "number") next[freedomIndex(`${name}.${part}`)] = angle;
      }
    }
  };
  for (const [both, one] of PAIRED) {
    for (const side of SIDES) set(`${side}${one}`, pose[both]);
  }
  for (const [name, value] of Object.entries(pose)) {
    if (!PAIRED.some(([both]) => both === name)) set(name, value);
  }
  return next;
}
