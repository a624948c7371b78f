import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { scoreLine } from "@/lib/questionnaires/score-lines";
import { repeat } from "@/tests/unit/questionnaires/scoring/ask";

const script = fileURLToPath(new URL("../../../scripts/score.mjs", import.meta.url));
const TIMEOUT = 60_000;

/** Runs the command; `input` is text, or a file to read from. */
async function run(input: string | { path: string }): Promise<{ code: number | null; out: string; told: string }> {
  const file = typeof input === "string" ? null : openSync(input.path, "r");
  const child = spawn(process.execPath, [script], { stdio: [file ?? "pipe", "pipe", "pipe"], cwd: "/" });
  let out = "";
  let told = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (file !== null) closeSync(file);
  return { code, out, told };
}

describe("npm run score", () => {
  it(
    "answers 10,000 lines in order, with nothing else on standard output",
    async () => {
      const lines = Array.from({ length: 10_000 }, (_, id) =>
        id % 100 === 99
          ? "not JSON"
          : JSON.stringify({
              id,
              instrument: "womac",
              answers: { pain: [id % 5, 1, null, 2, 3], stiffness: [1, 2], function: repeat(17, id % 4) },
            }),
      );
      const { code, out, told } = await run(`${lines.join("\n")}\n`);
      expect({ code, told }).toEqual({ code: 0, told: "" });
      expect(out).toBe(lines.map((line) => `${scoreLine(line)}\n`).join(""));
    },
    TIMEOUT,
  );

  it(
    "says nothing to nothing, and fails only when its input cannot be read",
    async () => {
      expect(await run("")).toEqual({ code: 0, out: "", told: "" });
      const folder = await run({ path: fileURLToPath(new URL(".", import.meta.url)) });
      expect(folder).toMatchObject({ code: 1, out: "" });
      expect(folder.told).toContain("standard input cannot be read");
    },
    TIMEOUT,
  );
});
