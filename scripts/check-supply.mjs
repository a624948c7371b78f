import fs from "node:fs";
import { checkSupply } from "./lib/supply.mjs";

const read = (file) => JSON.parse(fs.readFileSync(new URL(file, import.meta.url), "utf8"));

const { problems, notes } = checkSupply({
  lock: read("../package-lock.json"),
  allowScripts: read("../package.json").allowScripts ?? {},
  reasons: read("./supply/install-scripts.json"),
  floors: read("./supply/floors.json"),
});
for (const note of notes) console.log(note);
for (const problem of problems) console.error(`supply: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
