import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { z } from "zod";
import { loadContent } from "@/lib/jobs/content/load-content";
import { articleSchema } from "@/lib/library/article-schema";
import { exerciseSchema } from "@/lib/library/schemas";
import { protocolSchema } from "@/lib/plans/protocol-schema";
import { instrumentSchema } from "@/lib/questionnaires/instrument-schema";

// Each test changes one file of some eighty: the others are parsed once for all of them.
vi.mock("yaml", async (importOriginal) => {
  const yaml = await importOriginal<typeof import("yaml")>();
  const known = new Map<string, ReturnType<typeof yaml.parseDocument>>();
  const parseDocument = (text: string) => {
    const document = known.get(text) ?? yaml.parseDocument(text);
    if (!known.has(text) && document.errors.length === 0) {
      const value = document.toJS();
      document.toJS = () => value;
    }
    known.set(text, document);
    return document;
  };
  return { ...yaml, parseDocument };
});

// And judged once: what has not changed is the same object.
beforeAll(() => {
  for (const schema of [exerciseSchema, articleSchema, instrumentSchema, protocolSchema] as z.ZodType[]) {
    const judge = schema.safeParse.bind(schema);
    const known = new Map<unknown, ReturnType<typeof judge>>();
    vi.spyOn(schema, "safeParse").mockImplementation((raw) => {
      // An article is put together anew from its head and its text.
      const key = schema === articleSchema ? JSON.stringify(raw) : raw;
      const judged = known.get(key) ?? judge(raw);
      known.set(key, judged);
      return judged;
    });
  }
});
afterAll(() => vi.restoreAllMocks());

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "plumbline-content-"));
  cpSync(join(process.cwd(), "content"), join(root, "content"), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function edit(file: string, from: string | RegExp, to: string) {
  const path = join(root, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

function problems(): string[] {
  try {
    loadContent(root);
  } catch (error) {
    return error instanceof Error ? error.message.split("\n").slice(1) : [];
  }
  return [];
}

const WALL_SIT = "content/exercises/wall-sit.yaml";
const KNOCK_KNEES = "content/articles/knock-knees-and-back-pain.md";
const PROTOCOL = "content/protocols/unstable-knee-with-back-pain.yaml";
const SURGERY = "content/protocols/after-knee-ligament-surgery.yaml";
const INDEX = "content/instruments/knee-and-hip-index.yaml";
const FORM = "content/instruments/knee-and-hip-index-vas.yaml";
const DIARY = "content/instruments/giving-way-diary.yaml";

test("an untouched copy has no problem", () => {
  expect(problems()).toEqual([]);
});

test("an unknown key", () => {
  edit(WALL_SIT, "sided: false", "sided: false\nsids: false");
  expect(problems()).toEqual([`${WALL_SIT}: sids: is not a known key`]);
});

test("an unknown key inside another", () => {
  edit(WALL_SIT, "  sets: 3", "  sets: 3\n  laps: 3");
  expect(problems()).toEqual([`${WALL_SIT}: dose.laps: is not a known key`]);
});

test("an exercise without its dose", () => {
  edit(WALL_SIT, /^dose:\n(?: .*\n)+/m, "");
  expect(problems()).toEqual([expect.stringMatching(`^${WALL_SIT}: dose: `)]);
});

test("an exercise without its figure", () => {
  edit(WALL_SIT, /^figure:\n(?: .*\n)+/m, "");
  expect(problems()).toEqual([expect.stringMatching(`^${WALL_SIT}: figure: `)]);
});

test("an angle no joint can reach", () => {
  edit(WALL_SIT, /knees: \d+/, "knees: 200");
  expect(problems()).toEqual([
    expect.stringMatching(
      `^${WALL_SIT}: figure\\.keyframes\\.\\d\\.pose\\.knees: kneeFlexion goes from -5 to 160 degrees`,
    ),
  ]);
});

test("a figure that leans on a wall it does not have", () => {
  edit(WALL_SIT, /kind: wall, x: [-\d.]+/, "kind: mat");
  for (const problem of problems()) expect(problem).toMatch(/figure\..*\.on: There is no wall among the props\./);
  expect(problems()).not.toEqual([]);
});

test("an easier version that is not there, and one that does not say so itself", () => {
  edit(WALL_SIT, /^easier: .*$/m, "easier: [mini-sqat, clamshell]");
  expect(problems()).toEqual([
    'content/exercises/mini-squat.yaml: harder.3: "wall-sit" does not list it as easier',
    `${WALL_SIT}: easier.0: there is no exercise "mini-sqat"`,
    `${WALL_SIT}: easier.1: "clamshell" does not list it as harder`,
  ]);
});

test("a posture that rests on a chair without one", () => {
  edit(WALL_SIT, /^figure:\n(?: .*\n)+/m, "");
  edit(
    WALL_SIT,
    /$/,
    "figure:\n  base: sitting\n  view: side\n  muscles: []\n  keyframes:\n    - {label: Sit, seconds: 1}\n",
  );
  expect(problems()).toEqual([
    `${WALL_SIT}: figure.base: sitting rests on a chair, and there is none among the props.`,
  ]);
});

test("a side the exercise does not have, a layer there is not, a name that is taken", () => {
  edit(WALL_SIT, "side: null", "side: left");
  edit(WALL_SIT, /^aliases:\n/m, "aliases:\n  - clam\n");
  expect(problems()).toEqual([
    `${WALL_SIT}: figure.side: must be null, because the exercise has no sides`,
    `${WALL_SIT}: aliases.0: "clam" is already used by content/exercises/clamshell.yaml`,
  ]);
  edit(WALL_SIT, "side: left", "side: null\n  front: [nose]");
  expect(problems()).toEqual([
    `${WALL_SIT}: figure.front.0: must be one of: trunk, head, leftLeg, rightLeg, leftArm, rightArm`,
  ]);
});

test("plain words for what is missing, too long or of the wrong kind", () => {
  edit(WALL_SIT, /^level: .*\n/m, "");
  edit(WALL_SIT, /^purpose: .*$/m, `purpose: ${"long ".repeat(90)}`);
  edit(WALL_SIT, "sets: 3", "sets: many");
  expect(problems()).toEqual([
    `${WALL_SIT}: purpose: is longer than 400 characters`,
    `${WALL_SIT}: level: must be one of: gentle, moderate, demanding`,
    `${WALL_SIT}: dose.sets: must be a number`,
  ]);
});

test("a mark that some editors put before the first letter is let pass", () => {
  edit(KNOCK_KNEES, /^/, "\uFEFF");
  expect(problems()).toEqual([]);
});

test("a dose of neither repetitions nor a hold", () => {
  edit(WALL_SIT, "holdSeconds: 20", "holdSeconds: null");
  expect(problems()).toEqual([`${WALL_SIT}: dose: give repetitions, a hold, or both`]);
});

test("a figure out of range, named to its field", () => {
  edit(WALL_SIT, "sets: 3", "sets: -1");
  expect(problems()).toEqual([expect.stringMatching(`^${WALL_SIT}: dose\\.sets: `)]);
});

test("a protocol's exercise without its dose", () => {
  edit(PROTOCOL, /\n +dose: .*/, "");
  expect(problems()).toEqual([expect.stringMatching(`^${PROTOCOL}: phases\\.0\\.items\\.7\\.dose: `)]);
});

test("a protocol that names no such exercise", () => {
  edit(PROTOCOL, "slug: wall-sit", "slug: wall-sot");
  expect(problems()).toEqual([`${PROTOCOL}: phases.1.items.6.slug: no exercise "wall-sot"`]);
});

test("a phase that asks for a score nobody asks after, and one that asks for nothing", () => {
  edit(SURGERY, "part: function, is: at-most, value: 40", "part: functions, is: at-most, value: 40");
  expect(problems()).toEqual([
    `${SURGERY}: phases.1.criteria.score.part: "knee-and-hip-index" has no part "functions"`,
  ]);
  edit(SURGERY, "slug: knee-and-hip-index, part: functions", "slug: knee-and-hop-index, part: functions");
  expect(problems()).toEqual([`${SURGERY}: phases.1.criteria.score.slug: no questionnaire "knee-and-hop-index"`]);
  edit(PROTOCOL, "painAtMost: { value: 2, sessions: 4 }", "painAtMost: null");
  edit(PROTOCOL, "repetitionsReached: true", "repetitionsReached: false");
  expect(problems()).toEqual([expect.stringMatching(`^${PROTOCOL}: phases\\.0\\.criteria\\.painAtMost: `)]);
});

test("an article that points to no such exercise", () => {
  edit(KNOCK_KNEES, "\n  - bird-dog\n", "\n  - bird-cat\n");
  expect(problems()).toEqual([`${KNOCK_KNEES}: relatedExercises.4: there is no exercise "bird-cat"`]);
});

test("a file whose name is not its slug", () => {
  renameSync(join(root, WALL_SIT), join(root, "content/exercises/wall-squat.yaml"));
  expect(problems()).toEqual([`content/exercises/wall-squat.yaml: slug: "wall-sit" is not the file's name`]);
});

test("a file that does not belong in the folder", () => {
  renameSync(join(root, WALL_SIT), join(root, "content/exercises/wall-sit.yml"));
  expect(problems()).toEqual(["content/exercises/wall-sit.yml: name: only files ending in .yaml belong here"]);
});

test("one slug for an exercise and an article", () => {
  renameSync(join(root, KNOCK_KNEES), join(root, "content/articles/wall-sit.md"));
  edit("content/articles/wall-sit.md", "slug: knock-knees-and-back-pain", "slug: wall-sit");
  expect(problems()).toContain(`content/articles/wall-sit.md: slug: "wall-sit" is already used by ${WALL_SIT}`);
});

test("a key written twice", () => {
  edit(WALL_SIT, "sided: false", "sided: false\nsided: true");
  expect(problems()).toEqual([expect.stringMatching(`^${WALL_SIT}: line \\d+: Map keys must be unique`)]);
});

test("an article without front matter", () => {
  edit(KNOCK_KNEES, "---\n", "");
  expect(problems()).toEqual([`${KNOCK_KNEES}: front matter: must stand at the top, between two lines of ---`]);
});

test("an article with its body in the front matter", () => {
  edit(KNOCK_KNEES, "readingMinutes: 8", "readingMinutes: 8\nbody: here");
  expect(problems()).toEqual([`${KNOCK_KNEES}: body: is the text under the front matter, not a key in it`]);
});

test("two items of an instrument with one id", () => {
  edit(INDEX, "id: pain-kerb", "id: pain-evening");
  expect(problems()).toEqual([`${INDEX}: subscales: Two items share one id.`]);
});

test("a reference to a subscale that is not there", () => {
  edit(INDEX, "    subscale: stiffness", "    subscale: stiffnes");
  expect(problems()).toEqual([`${INDEX}: references.5.subscale: there is no subscale "stiffnes"`]);
});

test("more answers needed than there are items", () => {
  edit(INDEX, "minimumAnswered: 1\n", "minimumAnswered: 3\n");
  expect(problems()).toEqual([`${INDEX}: subscales.1.minimumAnswered: more than the 2 items there are`]);
});

test("a form of an instrument that is not there, and one of a form", () => {
  edit(FORM, "formOf: knee-and-hip-index", "formOf: knee-and-hip-indx");
  expect(problems()).toEqual([`${FORM}: formOf: there is no instrument "knee-and-hip-indx"`]);
  edit(FORM, "formOf: knee-and-hip-indx", "formOf: knee-and-hip-index-nrs");
  expect(problems()).toEqual([`${FORM}: formOf: "knee-and-hip-index-nrs" is itself a form of another instrument`]);
  edit(FORM, "formOf: knee-and-hip-index-nrs", "formOf: knee-and-hip-index-vas");
  expect(problems()).toEqual([`${FORM}: formOf: "knee-and-hip-index-vas" is itself a form of another instrument`]);
});

test("a form with keys it may not have, without one it needs, and with wrong ones", () => {
  edit(FORM, /^shortTitle: .*\n/m, "references: []\n");
  edit(FORM, "minutes: 8", "minutes: many");
  edit(FORM, "  most: 100", "  most: lots");
  expect(problems()).toEqual([
    `${FORM}: shortTitle: is missing`,
    `${FORM}: minutes: must be a number`,
    `${FORM}: scale.most: must be a number`,
    `${FORM}: references: is not a known key`,
  ]);
});

test("a form with words for a part that is not there, and a scale that runs backwards", () => {
  edit(FORM, "  function: Over", "  functon: Over");
  edit(FORM, "  most: 100", "  most: -1");
  expect(problems()).toEqual([
    `${FORM}: stems.functon: there is no subscale "functon"`,
    `${FORM}: scale: The most must be more than the least.`,
  ]);
});

test("a form under another name than its slug", () => {
  edit(FORM, "slug: knee-and-hip-index-vas", "slug: knee-and-hip-index-line");
  expect(problems()).toEqual([`${FORM}: slug: "knee-and-hip-index-line" is not the file's name`]);
});

test("what is wrong with an instrument is told once, and what is wrong with its form as well", () => {
  edit(INDEX, "minutes: 6", "minutes: 0");
  edit(FORM, "minutes: 8", "minutes: 0");
  expect(problems()).toEqual([`${INDEX}: minutes: must be 1 or more`, `${FORM}: minutes: must be 1 or more`]);
});

test("an empty file of an instrument", () => {
  edit(DIARY, /^.*$/s, "");
  expect(problems()).toEqual([
    `${DIARY}: (the whole file): must be a group of lines, each with a name, a colon and a value`,
  ]);
});

test("a flag of an item that is not there, from an answer there is not, and two with one id", () => {
  edit(DIARY, "itemId: days-given-way", "itemId: days-gone");
  expect(problems()).toEqual([`${DIARY}: flags.0.itemId: There is no such item.`]);
  edit(DIARY, "itemId: days-gone", "itemId: days-given-way");
  edit(DIARY, "from: 2", "from: 8");
  const path = "content/instruments/safety-screen-knee-and-back.yaml";
  edit(path, "id: back-bowels\n    itemId", "id: back-bladder\n    itemId");
  expect(problems()).toEqual([
    `${DIARY}: flags.0.from: 8 is not an answer to "days-given-way"`,
    `${path}: flags.2.id: "back-bladder" is already used by flags.1`,
  ]);
});

test("a missing folder", () => {
  rmSync(join(root, "content/protocols"), { recursive: true });
  expect(problems()).toEqual([expect.stringMatching("^content/protocols: folder: cannot be read")]);
});

test("every problem of every file is listed at once", () => {
  edit(WALL_SIT, "sets: 3", "sets: 0");
  edit(WALL_SIT, "level: moderate", "level: heroic");
  edit(KNOCK_KNEES, "readingMinutes: 8", "readingMinutes: soon");
  expect(problems()).toEqual([
    expect.stringMatching(`^${WALL_SIT}: level: `),
    expect.stringMatching(`^${WALL_SIT}: dose\\.sets: `),
    expect.stringMatching(`^${KNOCK_KNEES}: readingMinutes: `),
  ]);
});
