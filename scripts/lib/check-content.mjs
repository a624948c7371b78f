import { runProgram } from "./run-program.mjs";

/** `npm run content [-- slug ...]`: checks what is in content/ and makes a page of the drawings. */
runProgram("lib/jobs/content/check-content.ts", { withDev: false });
