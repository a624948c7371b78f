import type { AffectedSide, Region } from "@/lib/identity/vocabulary";
import type { PortalState } from "./portal-state";
import type { PlanPosition } from "./position";

const REGION_WORDS: Record<Region, { one: string; both: string }> = {
  knee: { one: "knee", both: "both knees" },
  hip: { one: "hip", both: "both hips" },
  "lower-back": { one: "lower back", both: "lower back, both sides" },
  ankle: { one: "ankle", both: "both ankles" },
};

/** "left knee", "both hips", "lower back". */
export function regionInWords(region: Region, side: AffectedSide): string {
  const words = REGION_WORDS[region];
  if (side === "both") return words.both;
  if (side === "central") return words.one;
  return region === "lower-back" ? `${words.one}, ${side} side` : `${side} ${words.one}`;
}

export const PORTAL_WORDS: Record<PortalState, string> = {
  "not-invited": "Not invited",
  invited: "Invited",
  expired: "Invitation ran out",
  accepted: "Signed up",
  off: "Access switched off",
};

/** "Phase 2 of 2, week 7", and how many plans there are beside it; what there is to say of a plan that has not begun or is over. */
export function positionInWords(position: PlanPosition | null): string {
  if (position === null) return "No plan";
  if (position.state === "ended") return "Plan ended";
  const { others } = position;
  return `${placeInWords(position)}${others === 0 ? "" : `, and ${others} other ${others === 1 ? "plan" : "plans"}`}`;
}

function placeInWords({ state, phase, week }: PlanPosition): string {
  if (state === "ahead") return "Plan not begun";
  return phase && phase.count > 1 ? `Phase ${phase.number} of ${phase.count}, week ${week}` : `Week ${week}`;
}

/** Suggestions to progress, a line each, with the plan where there are several. */
export function readyInWords(
  ready: readonly { name: string | null; suggestions: readonly { words: string }[] }[],
): string[] {
  return ready.flatMap(({ name, suggestions }) =>
    suggestions.map(({ words }) => (name === null ? words : `${words} (${name})`)),
  );
}

/** A share of 0 to 1 as a whole percentage; a dash when nothing was planned. */
export function shareInWords(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)}%`;
}

/** A mean of 0-10 to one decimal, and none when it says nothing: "4", "4.5". */
export function painInWords(mean: number): string {
  return String(Math.round(mean * 10) / 10);
}
