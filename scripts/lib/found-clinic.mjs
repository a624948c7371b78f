import { readClinicArguments, USAGE } from "./clinic-arguments.mjs";
import { runScript } from "./lifecycle.mjs";
import { operate } from "./operate.mjs";

let wanted;
await runScript(async () => {
  wanted = readClinicArguments(process.argv.slice(2));
});
if (wanted?.help) console.log(USAGE);
else if (wanted) await operate("new-clinic");
