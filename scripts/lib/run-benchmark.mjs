import { runProgram } from "./run-program.mjs";

/** `npm run benchmark`: how long drawing takes and how much it weighs. */
runProgram("tests/benchmark/drawing.ts", { withDev: true });
