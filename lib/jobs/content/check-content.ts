/**
 * The program behind `npm run content`: checks every file of content/, the drawings too, and makes a page to look at them. Exercises
 * may be named to look at those alone. Run outside Next and without a database.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { figureFaults } from "@/lib/movement/soundness";
import { figurePage } from "./figure-page";
import { loadContent } from "./load-content";

const root = process.cwd();
const tell = (line: string) => process.stdout.write(`${line}\n`);

function check(named: readonly string[]): boolean {
  const { exercises, articles, protocols, instruments } = loadContent(root);
  const strangers = named.filter((slug) => !exercises.some((exercise) => exercise.slug === slug));
  if (strangers.length > 0) throw new Error(`there is no content/exercises/${strangers[0]}.yaml`);
  const shown = exercises.filter(({ slug }) => named.length === 0 || named.includes(slug));
  const entries = shown.map(({ slug, name, figure }) => ({ slug, name, figure, faults: figureFaults(figure) }));
  const faults = entries.flatMap((entry) =>
    entry.faults.map((fault) => `content/exercises/${entry.slug}.yaml: figure: ${fault}`),
  );
  const folder = join(root, ".data");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const page = join(folder, "figures.html");
  writeFileSync(page, figurePage(entries, readFileSync(join(root, "components", "movement", "figure.css"), "utf8")));
  for (const fault of faults) tell(fault);
  tell(
    faults.length > 0
      ? `${faults.length} ${faults.length === 1 ? "thing" : "things"} to put right in the drawings`
      : `all is well: ${exercises.length} exercises, ${articles.length} articles, ${protocols.length} protocols, ${instruments.length} questionnaires`,
  );
  tell(`to see the drawings, open ${page} in a browser`);
  return faults.length === 0;
}

try {
  if (!check(process.argv.slice(2))) process.exitCode = 1;
} catch (error) {
  tell(error instanceof Error ? error.message : "something went wrong");
  process.exitCode = 1;
}
