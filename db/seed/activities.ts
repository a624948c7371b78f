import type { Region } from "@/lib/identity/vocabulary";

/** What people name when they are asked which activities they miss. */
export const KNOWN_ACTIVITIES: Readonly<Record<Region, readonly string[]>> = {
  knee: [
    "Going down the stairs with the washing",
    "Kneeling to light the fire",
    "Half an hour of gardening",
    "Standing at the bus stop",
    "Cycling to the market",
    "Getting up from the floor after playing",
    "Walking home with the shopping",
  ],
  hip: [
    "Putting my socks on",
    "Getting in and out of the car",
    "An hour's walk on the dunes",
    "Lying on that side at night",
    "Climbing over a stile",
    "Dancing two songs in a row",
  ],
  "lower-back": [
    "Lifting the baby out of the cot",
    "Driving for an hour",
    "Sitting through a film",
    "Emptying the dishwasher",
    "Tying my shoes in the morning",
    "Carrying the recycling out",
  ],
  ankle: ["Running for the bus", "Standing on tiptoe to reach a shelf", "Walking on the pebble beach"],
};
