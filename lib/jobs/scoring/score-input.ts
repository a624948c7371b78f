/**
 * The program behind `npm run score`: JSON lines from standard input, one answer a line to standard output and nothing else. Run outside
 * Next and without a database.
 */
import { once } from "node:events";
import { fstatSync } from "node:fs";

import { createLineScorer } from "@/lib/questionnaires/score-lines";

async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}

async function* standardInput(): AsyncGenerator<string> {
  try {
    // Node takes a folder for an input that is empty.
    if (fstatSync(0).isDirectory()) throw new Error("it is a folder");
    process.stdin.setEncoding("utf8");
    for await (const text of process.stdin) yield String(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : "it broke off";
    process.stderr.write(`plumbline: standard input cannot be read: ${why}\n`);
    process.exitCode = 1;
  }
}

const scorer = createLineScorer();
for await (const text of standardInput()) await write(scorer.push(text));
await write(scorer.end());
