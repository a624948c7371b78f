import type { FirstText } from "./tailoring";

/** Changes of dose that the clinicians of the demonstration clinic often make. */
export const FEWER_STEPS = { slug: "terminal-knee-extension", dose: { repetitions: 10 } };
export const GENTLE_BRIDGE = {
  slug: "glute-bridge",
  dose: { repetitions: 8, holdSeconds: 2 },
  note: "Only as high as is easy.",
};
export const LONGER_WALL_SIT = {
  slug: "wall-sit",
  dose: { holdSeconds: 30 },
  note: "Twenty seconds became easy. Stay high.",
};
export const LOADED_BRIDGE = {
  slug: "glute-bridge",
  dose: { loadKg: 4 },
  note: "A four-kilo weight across your hips now.",
};

export const HEAVY_BRIDGE = {
  slug: "glute-bridge",
  dose: { loadKg: 10 },
  note: "A ten-kilo bag across your hips now.",
};

/** The protocol as it is, but for one dose. */
export const PLAIN: FirstText = { why: "", lines: [FEWER_STEPS] };
