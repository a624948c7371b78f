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
/** Every day of the week, so that there is something to do on a Sunday too. */
const EVERY_DAY = { kind: "weekly", weekdays: [1, 2, 3, 4, 5, 6, 7], timesPerDay: 1 } as const;
export const DAILY_BALANCE = {
  slug: "single-leg-balance",
  schedule: EVERY_DAY,
  note: "A little each day now, while the kettle boils. Keep a hand near the worktop.",
};
export const DAILY_STRETCH = {
  slug: "kneeling-hip-flexor-stretch",
  schedule: EVERY_DAY,
  note: "Every day now. It takes a few minutes, and your back likes it.",
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
