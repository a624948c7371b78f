import { describe, expect, test } from "vitest";
import { importsOf, reached, readSources, withoutComments } from "./source";

const sources = readSources(["app", "components", "db", "lib", "tests"], ["proxy.ts", "instrumentation.ts"]);
const paths = [...sources.keys()];
const below = (folder: string) => paths.filter((path) => path.startsWith(`${folder}/`));

const SPEAKS_TO_THE_DATABASE =
  /^lib\/(core|access|audit|jobs)\/|^lib\/[^/]+\/(queries\.ts|queries\/|commands\/|writes\/)/;
const IS_RULE = /^lib\/.*\/(schemas|vocabulary|[a-z-]+-schema)\.ts$/;
const pure = below("lib").filter((path) => !SPEAKS_TO_THE_DATABASE.test(path) || IS_RULE.test(path));

/** A room may lean on rooms of lower floors, never on one beside it; the three of the ground floor are one house. */
const FLOORS = [
  ["core", "access", "audit"],
  ["movement"],
  ["library", "messages", "alerts"],
  ["identity"],
  ["plans"],
  ["practice", "questionnaires"],
  ["progress"],
  ["export", "jobs"],
];
/** Roles, regions and sides of the body are words every room speaks. */
const WORDS_FOR_ALL = "lib/identity/vocabulary.ts";
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));
const roomOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;

describe("the scanner", () => {
  const scan = (text: string) => importsOf(text, () => null).map(({ source, isType }) => [source, isType]);

  test("tells values from types", () => {
    expect(
      scan(
        `import a from "a";\nimport type { B } from "b";\nimport { type C, type D } from "c";\nimport { type E, e } from "d";\n` +
          `import "e";\nexport { f } from "f";\nexport type { G } from "g";\nimport {\n  h,\n  i,\n} from "h";\nexport const z = 1;\n`,
      ),
    ).toEqual([
      ["a", false],
      ["b", true],
      ["c", true],
      ["d", false],
      ["e", false],
      ["f", false],
      ["g", true],
      ["h", false],
    ]);
  });

  test("sees what is loaded late and not what a comment says", () => {
    expect(scan(`const late = await import("late");\n// import x from "x";\n/* import y from "y"; */`)).toEqual([
      ["late", false],
    ]);
    expect(withoutComments(`const link = "https://example.org";`)).toContain("https://example.org");
  });

  test("finds every import of the project in the project", () => {
    const lost = paths.flatMap((path) =>
      (sources.get(path)?.imports ?? [])
        .filter(({ target }) => target !== null && !sources.has(target) && !/\.(json|css|mjs)$/.test(target))
        .map(({ source }) => `${path}: ${source}`),
    );
    expect(lost).toEqual([]);
  });
});

describe("rooms", () => {
  test("each room of lib has a floor", () => {
    const rooms = new Set(below("lib").map(roomOf));
    expect([...rooms].filter((room) => room === null || floorOf(room) < 0)).toEqual([]);
  });

  test("a room leans only on rooms of lower floors", () => {
    const wrong = below("lib").flatMap((path) => {
      const room = roomOf(path) ?? "";
      return (sources.get(path)?.imports ?? []).flatMap(({ target }) => {
        const other = target && roomOf(target);
        if (!other || other === room || floorOf(other) < floorOf(room)) return [];
        if ((floorOf(room) === 0 && floorOf(other) === 0) || target === WORDS_FOR_ALL) return [];
        return [`${path} -> ${target}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test("inside a room imports are relative, and across rooms they are not", () => {
    const wrong = below("lib").flatMap((path) =>
      (sources.get(path)?.imports ?? [])
        .filter(({ source, target }) => target && source.startsWith(".") !== (roomOf(target) === roomOf(path)))
        .map(({ source }) => `${path}: ${source}`),
    );
    expect(wrong).toEqual([]);
  });
});

test("no file imports itself, round whichever corner", () => {
  const state = new Map<string, "open" | "done">();
  const rings: string[] = [];
  const walk = (path: string, way: readonly string[]) => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      rings.push([...way.slice(way.indexOf(path)), path].join(" -> "));
      return;
    }
    state.set(path, "open");
    for (const { target, isType } of sources.get(path)?.imports ?? []) {
      if (target && !isType && sources.has(target)) walk(target, [...way, path]);
    }
    state.set(path, "done");
  };
  for (const path of paths) walk(path, []);
  expect(rings).toEqual([]);
});

describe("pure files", () => {
  test("there are many of them", () => expect(pure.length).toBeGreaterThan(30));

  test("read no clock, no chance and no environment", () => {
    const WORLD = /\bprocess\.|\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\bglobalThis\b/;
    const wrong = pure.filter((path) => WORLD.test(withoutComments(sources.get(path)?.text ?? "")));
    expect(wrong).toEqual([]);
  });

  test("reach neither database, Next, React nor files, by any way round", () => {
    const WORLD =
      /^(db\/|drizzle-orm|postgres$|next($|\/)|next-auth|react($|-dom)|server-only|node:(fs|process|child_process))/;
    const wrong = pure.flatMap((path) =>
      reached(sources, path)
        .filter(({ end }) => WORLD.test(end))
        .map(({ way }) => way),
    );
    expect(wrong).toEqual([]);
  });
});

describe("what goes to a browser", () => {
  const client = [...below("app"), ...below("components")].filter((path) =>
    /^["']use client["']/.test(withoutComments(sources.get(path)?.text ?? "").trimStart()),
  );
  const SERVER = /^(db\/|drizzle-orm|postgres$|server-only|next\/(headers|cache|server)|node:|pino|@node-rs)/;

  test("holds nothing of the server, by any way round", () => {
    const wrong = client.flatMap((path) =>
      reached(sources, path)
        .filter(({ end }) => SERVER.test(end))
        .map(({ way }) => way),
    );
    expect(wrong).toEqual([]);
  });

  test("neither does a component, whoever draws it", () => {
    const wrong = below("components").flatMap((path) =>
      reached(sources, path)
        .filter(({ end }) => SERVER.test(end))
        .map(({ way }) => way),
    );
    expect(wrong).toEqual([]);
  });

  test("a component takes types from queries, never a value", () => {
    const wrong = below("components").flatMap((path) =>
      (sources.get(path)?.imports ?? [])
        .filter(({ target, isType }) => target && !isType && /^lib\/.*\/queries(\.ts|\/)/.test(target))
        .map(({ source }) => `${path}: ${source}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("pages", () => {
  test("reach the database through lib alone", () => {
    const wrong = below("app").flatMap((path) =>
      (sources.get(path)?.imports ?? [])
        .filter(({ source, target }) => /^(drizzle-orm|postgres)/.test(source) || target?.startsWith("db/"))
        .map(({ source }) => `${path}: ${source}`),
    );
    expect(wrong).toEqual([]);
  });

  test("only three files of lib know Next", () => {
    const shell = below("lib").filter((path) =>
      (sources.get(path)?.imports ?? []).some(({ source }) => /^(next|next-auth)($|\/)/.test(source)),
    );
    expect(shell.filter((path) => path !== "lib/access/next-auth.ts")).toEqual([
      "lib/access/session.ts",
      "lib/core/action.ts",
    ]);
  });
});

test("nothing that is served imports a test or a script", () => {
  const served = [...below("app"), ...below("components"), ...below("db"), ...below("lib")];
  const wrong = served.flatMap((path) =>
    (sources.get(path)?.imports ?? [])
      .filter(({ target }) => target && /^(tests|scripts)\//.test(target))
      .map(({ source }) => `${path}: ${source}`),
  );
  expect(wrong).toEqual([]);
});

test("no barrels, and no drawer for odds and ends", () => {
  const DRAWER = /(^|\/)(index|utils?|helpers?|misc|common)\.(ts|tsx|mjs)$/;
  expect(paths.filter((path) => DRAWER.test(path))).toEqual([]);
  const barrels = paths.filter((path) => /^export \* from/m.test(sources.get(path)?.text ?? ""));
  expect(barrels).toEqual([]);
});
