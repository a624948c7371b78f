import { parseArgs } from "node:util";
import { Trouble } from "./trouble.mjs";

export const USAGE = `Founds a clinic and prints the link with which its first administrator chooses a password.

  npm run clinic -- --name "North Street Physiotherapy" --zone Europe/London \\
    --admin-name "Ada Ames" --admin-email ada@example.org

  --name         what patients call the clinic
  --zone         its time zone, as Continent/City
  --admin-name   the first administrator, who invites everybody else
  --admin-email  where they sign in from
`;

const WAY_OUT = "npm run clinic -- --help";
const NEEDED = ["name", "zone", "admin-name", "admin-email"];

/** What was asked for: { help: true } or the four texts. Throws Trouble for what is missing or not known. */
export function readClinicArguments(args) {
  const text = { type: "string" };
  const options = { help: { type: "boolean", short: "h" }, ...Object.fromEntries(NEEDED.map((name) => [name, text])) };
  let values;
  try {
    ({ values } = parseArgs({ args, options, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new Trouble(error.message.split(". ")[0].replace(/\.$/, ""), { wayOut: WAY_OUT, cause: error });
  }
  if (values.help) return { help: true };
  const missing = NEEDED.filter((name) => !values[name]?.trim()).map((name) => `--${name}`);
  if (missing.length === 0) return { help: false, ...values };
  throw new Trouble(`${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`, { wayOut: WAY_OUT });
}
