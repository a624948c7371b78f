// Run after a change of dependencies. npm leaves the builds for other platforms out of the lockfile when it cannot fetch
// them, and then `npm ci` refuses the lockfile on every machine. This writes them in.
import fs from "node:fs";
import { completeLock } from "./lib/supply.mjs";

const file = new URL("../package-lock.json", import.meta.url);
const { lock, added } = completeLock(JSON.parse(fs.readFileSync(file, "utf8")));
if (added.length > 0) fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `added ${added.length}: ${added.join(", ")}` : "nothing was missing");
