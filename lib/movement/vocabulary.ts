/** How the body starts. Each has a pose and contacts of its own in bases.ts. */
export const BASES = [
  "standing",
  "sitting",
  "long-sitting",
  "kneeling",
  "all-fours",
  "lying-on-back",
  "lying-on-front",
  "side-lying",
] as const;
export type Base = (typeof BASES)[number];

/** From where it is seen: the body's side, or its front. */
export const VIEWS = ["side", "front"] as const;
export type View = (typeof VIEWS)[number];

export const EASINGS = ["linear", "ease", "ease-in", "ease-out"] as const;
export type Easing = (typeof EASINGS)[number];

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

/** Parts that exist twice; in data they are named with their side, as `leftFoot`. */
const PAIRED_PARTS = ["Foot", "Heel", "Toes", "Instep", "Knee", "Hand", "Forearm", "Elbow", "Hip", "Shoulder"] as const;
type PairedPart = (typeof PAIRED_PARTS)[number];
export type Part = `${Side}${PairedPart}` | "seat" | "lowBack" | "upperBack" | "head";

/**
 * What may rest on something. A foot rests on heel and ball, toes on ball and toes, an instep on the toes' upper side, a forearm on elbow and wrist; a hip and a
 * shoulder on their outer side; the seat, the low back, the upper back and the head on whichever side of them is nearest.
 */
export const PARTS: readonly Part[] = [
  ...SIDES.flatMap((side) => PAIRED_PARTS.map((part): Part => `${side}${part}`)),
  "seat",
  "lowBack",
  "upperBack",
  "head",
];

/** What a part may rest on. All but the floor must be among the figure's props. */
export const SURFACES = ["floor", "wall", "chair", "chair-back", "step", "table", "ball", "roller"] as const;
export type Surface = (typeof SURFACES)[number];

/** Which foot a standing body balances over: the middle of those on the ground, one of them, or none in particular. */
export const WEIGHTS = ["both", "left", "right", "free"] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Muscles the drawing can tint, by their everyday names. */
export const MUSCLES = [
  "front-thigh",
  "back-thigh",
  "inner-thigh",
  "outer-thigh",
  "buttock",
  "side-hip",
  "hip-flexor",
  "calf",
  "shin",
  "foot-arch",
  "tummy",
  "side-trunk",
  "low-back",
  "upper-back",
  "shoulder",
] as const;
export type Muscle = (typeof MUSCLES)[number];

/** What the drawing is painted in, one over the other. */
export const LAYERS = ["trunk", "head", "leftLeg", "rightLeg", "leftArm", "rightArm"] as const;
export type Layer = (typeof LAYERS)[number];

/** The flat tones of the drawing. A far limb is lighter than a near one. */
export const TONES = [
  "skin",
  "skin-far",
  "hair",
  "shirt",
  "shirt-far",
  "trousers",
  "trousers-far",
  "shoe",
  "shoe-far",
  "muscle",
  "prop",
  "prop-line",
  "mat",
  "band",
  "floor",
  "arc",
] as const;
export type Tone = (typeof TONES)[number];

/** What a reader can move in the picture of the chain from foot to back: the knee's angle, or how steady it is. */
export const CHAINS = ["knee-angle", "knee-stability"] as const;
export type ChainKind = (typeof CHAINS)[number];
