import type { EQUIPMENT, LEVELS, POSITIONS } from "./vocabulary";

export const LEVEL_NAMES: Record<(typeof LEVELS)[number], string> = {
  gentle: "Gentle",
  moderate: "Moderate",
  demanding: "Demanding",
};

export const POSITION_NAMES: Record<(typeof POSITIONS)[number], string> = {
  standing: "Standing",
  sitting: "Sitting",
  "lying-on-back": "Lying on the back",
  "lying-on-front": "Lying on the front",
  "side-lying": "Lying on the side",
  kneeling: "Kneeling",
  "all-fours": "On all fours",
};

export const EQUIPMENT_NAMES: Record<(typeof EQUIPMENT)[number], string> = {
  mat: "Mat",
  wall: "Wall",
  chair: "Chair",
  step: "Step",
  "resistance-band": "Resistance band",
  "loop-band": "Loop band",
  "foam-roller": "Foam roller",
  ball: "Ball",
  "dumb-bell": "Dumb-bell",
  towel: "Towel",
  table: "Table",
};

/** "Mat, loop band"; "No equipment" for none. */
export function equipmentInWords(equipment: readonly (typeof EQUIPMENT)[number][]): string {
  const words = equipment.map((one, at) => (at === 0 ? EQUIPMENT_NAMES[one] : EQUIPMENT_NAMES[one].toLowerCase()));
  return words.length === 0 ? "No equipment" : words.join(", ");
}
