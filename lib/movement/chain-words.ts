import type { ChainKind } from "./vocabulary";

/** The parts that follow the knee, from the ground up. */
export const CHAIN_PARTS = ["foot", "hip", "pelvis", "back"] as const;
export type ChainPart = (typeof CHAIN_PARTS)[number];

export const CHAIN_PART_NAMES: Record<ChainPart, string> = {
  foot: "Foot",
  hip: "Hip and thigh",
  pelvis: "Pelvis",
  back: "Low back",
};

/** How far the slider has gone: not at all, some way, far, or past the foot to the outer side. */
export type ChainBand = "none" | "some" | "far" | "out";

export const CHAIN_TITLES: Record<ChainKind, { title: string; slider: string; low: string; high: string }> = {
  "knee-angle": { title: "From knee to back", slider: "Where the knees point", low: "Inwards", high: "Outwards" },
  "knee-stability": {
    title: "From knee to back",
    slider: "How steady the right knee is",
    low: "Steady",
    high: "Unsteady",
  },
};

type Words = { knee: string } & Record<ChainPart, string>;

/** What is said of each part, and what it may mean for the back. Our own words for the relations the source articles state. */
export const CHAIN_WORDS: Record<ChainKind, Partial<Record<ChainBand, Words>>> = {
  "knee-angle": {
    none: {
      knee: "The knees stand over the feet.",
      foot: "The foot rests on heel, big toe and little toe. The arch keeps its height.",
      hip: "The thigh points straight ahead. The muscles at the side of the hip hold it there.",
      pelvis: "The pelvis sits level, like a full bowl that does not spill.",
      back: "The low back keeps its own easy curve. The load is shared out.",
    },
    some: {
      knee: "The knees lean inwards.",
      foot: "The arch sinks and the ankle rolls in.",
      hip: "The thigh turns in and moves towards the other one.",
      pelvis: "The pelvis begins to tip forwards.",
      back: "The hollow of the low back may grow a little deeper.",
    },
    far: {
      knee: "The knees fall far inwards.",
      foot: "The foot is nearly flat. Most of the weight is on its inner edge.",
      hip: "The thigh is turned in. The side of the hip is stretched and does little to hold it.",
      pelvis: "The pelvis tips well forwards. If one side does it more, it twists too.",
      back: "The low back hollows. Its small joints may be pressed closer, and its muscles may tire.",
    },
    out: {
      knee: "The knees point past the feet, to the outer side.",
      foot: "The weight goes to the outer edge of the foot.",
      hip: "The thigh turns out. The muscles at the side of the hip work hard.",
      pelvis: "The pelvis stays about level.",
      back: "The back hardly changes. Past the foot is further than you need.",
    },
  },
  "knee-stability": {
    none: {
      knee: "The right knee is steady.",
      foot: "The feet stand under the hips. Both carry the same.",
      hip: "The hip muscles hold the thigh in line.",
      pelvis: "The pelvis is level from side to side.",
      back: "The low back has an easy curve and hangs straight along the line.",
    },
    some: {
      knee: "The right knee gives a little.",
      foot: "The feet go further apart, and the left one carries more.",
      hip: "The hip muscles have more to do to keep the thigh in line.",
      pelvis: "The pelvis drops a little on one side and tips forwards.",
      back: "The low back bends to make up for it. The muscles along the spine may work longer.",
    },
    far: {
      knee: "The right knee is unsteady.",
      foot: "The stance is wide and steps grow short. The right foot lands with care.",
      hip: "The thigh drifts inwards. The right leg acts as if it were shorter.",
      pelvis: "The pelvis is uneven, and may tip forwards.",
      back: "The low back leans and may hollow. It takes shocks the knee would have softened, and its muscles may tire.",
    },
  },
};
