import type { OwnExercise, OwnExerciseInput } from "@/lib/library/schemas";

/** What a new exercise begins with: a line to write in for each list, and a common dose. Level and position are not chosen. */
export const EMPTY_EXERCISE: OwnExerciseInput = {
  name: "",
  aliases: [],
  purpose: "",
  regions: [],
  muscles: { main: [""], helping: [] },
  equipment: [],
  level: "" as OwnExercise["level"],
  position: "" as OwnExercise["position"],
  sided: false,
  start: "",
  steps: ["", ""],
  cues: [""],
  mistakes: [""],
  stopIf: [""],
  easier: [],
  harder: [],
  dose: {
    sets: 3,
    repetitions: 10,
    holdSeconds: null,
    restSeconds: 30,
    tempo: null,
    timesPerDay: 1,
    weekdays: [1, 3, 5],
  },
  figure: null,
  media: [],
};
