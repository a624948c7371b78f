import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { POLICY } from "@/lib/access/policy";
import { readSources, withoutComments } from "./source";

const sources = [...readSources(["app", "components", "db", "lib"]).values()].map((file) => ({
  ...file,
  code: withoutComments(file.text),
}));
const within = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`));
const isServerFile = (code: string) => /^["']use server["']/.test(code.trimStart());
const matches = (code: string, pattern: RegExp) => [...code.matchAll(pattern)].map((match) => match[1] ?? "");

const commandFiles = within("lib").filter(({ path }) => path.includes("/commands/"));
const nameOf = (path: string) => `${path.split("/")[1]}.${basename(path, ".ts")}`;
const CAN = /\bcan:\s*"([^"]+)"/g;

describe("server actions", () => {
  const files = sources.filter(({ code }) => isServerFile(code));

  test("there are some", () => expect(files.length).toBeGreaterThan(0));

  test("each is made by action(), autosave() or doorAction(), and their file exports nothing else", () => {
    const wrong = files.flatMap(({ path, code }) => {
      const exports = matches(code, /^(export\b.*)$/gm);
      const bad = exports.filter((line) => !/^export const \w+ = (action|autosave|doorAction)\(/.test(line));
      const makers = /import \{[^}]*\b(action|autosave|doorAction)\b[^}]*\} from "@\/lib\/core\/action"/.test(code);
      return [...bad, ...(makers && exports.length > 0 ? [] : ["makes no action"])].map((what) => `${path}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  test("they live in app, in files that say so on their first line and nowhere else", () => {
    const stray = sources.filter(({ path, code }) =>
      isServerFile(code)
        ? !/^app\/.*\bactions\.ts$/.test(path) || matches(code, /(["']use server["'])/g).length !== 1
        : /["']use server["']/.test(code),
    );
    expect(stray.map(({ path }) => path)).toEqual([]);
  });

  test("a door's name is that of the command behind it", () => {
    const wrong = files.flatMap(({ path, code }) =>
      [...code.matchAll(/doorAction\(\s*"([^"]+)",\s*(\w+)/g)].flatMap(([, name, command]) => {
        const source = new RegExp(`import \\{[^}]*\\b${command}\\b[^}]*\\} from "@/(lib/[^"]+)"`).exec(code)?.[1] ?? "";
        return nameOf(source) === name ? [] : [`${path}: ${name} is ${nameOf(source)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe("commands", () => {
  test("a file holds one, and its name is the action it needs", () => {
    const wrong = commandFiles.flatMap(({ path, code }) => {
      const doors = matches(code, /= (doorCommand)\(/g).length;
      const asked = matches(code, CAN);
      if (doors === 1 && asked.length === 0) return [];
      return doors === 0 && asked.length === 1 && asked[0] === nameOf(path) ? [] : [`${path}: ${asked.join(", ")}`];
    });
    expect(wrong).toEqual([]);
  });

  test("all changes are in them", () => {
    const elsewhere = within("lib").filter(
      ({ path, code }) =>
        !path.includes("/commands/") && path !== "lib/core/command.ts" && /= (command|doorCommand)\(/.test(code),
    );
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  test("each can be asked for by the browser, or is part of signing in", () => {
    const SIGN_IN = ["access.give-code", "access.sign-in"];
    const app = within("app")
      .map(({ code }) => code)
      .join("\n");
    const unasked = commandFiles
      .map(({ path }) => path)
      .filter((path) => !app.includes(`"@/${path.replace(/\.ts$/, "")}"`) && !SIGN_IN.includes(nameOf(path)));
    expect(unasked).toEqual([]);
  });

  test("the policy names what is asked for, and nothing else", () => {
    const asked = new Set(within("lib").flatMap(({ code }) => matches(code, CAN)));
    expect([...asked].sort()).toEqual(Object.keys(POLICY).sort());
  });
});

describe("files", () => {
  test("stay under 250 lines, and components under 150", () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ path, lines }) => lines > (/^components\/.*\.tsx$/.test(path) ? 150 : 250))
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  test("put no style and no markup past the content security policy", () => {
    const PAST = /\bstyle=\{|dangerouslySetInnerHTML|<style[\s>]|<script[\s>]|\.innerHTML\b/;
    const DRAWS_ALONE = new Set(["lib/jobs/content/figure-page.ts", "components/movement/inline-svg.tsx"]);
    // A PDF is no page: its measures are given where they are used. Nor is a file somebody opens to look at
    // their drawings; and drawings themselves are numbers only (tests/unit/movement).
    const pages = sources.filter(({ path }) => !path.startsWith("components/handout/pdf/") && !DRAWS_ALONE.has(path));
    expect(pages.filter(({ code }) => PAST.test(code)).map(({ path }) => path)).toEqual([]);
  });

  test("name sides of the page by the reading direction", () => {
    const PHYSICAL =
      /["'`\s](?:[a-z-]+:)*-?(?:[mp][lr]|left|right|border-[lr]|rounded-(?:[lr]|[tb][lr])|text-(?:left|right)|float-(?:left|right))(?:-[\w[\]./%]+)?(?=["'`\s])/;
    const wrong = sources.flatMap(({ path, code }) =>
      path.endsWith(".tsx")
        ? matches(code, /className=(?:"([^"]*)")/g)
            .filter((names) => PHYSICAL.test(` ${names} `))
            .map((names) => `${path}: ${names}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });
});
