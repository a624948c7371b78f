import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");

/** One import or re-export of a source file. `target` is a path of this project from its root, or null for a package. */
export type Import = { source: string; target: string | null; isType: boolean };
export type SourceFile = { path: string; text: string; imports: Import[] };

const CODE = /\.(ts|tsx|mjs)$/;
const ENDINGS = ["", ".ts", ".tsx", ".mjs", ".json", ".css"];
const STATEMENT =
  /^[ \t]*(?:import|export)\s+(?<type>type\s+)?(?:(?<clause>[^"';]*?)\s+from\s+)?["'](?<source>[^"'\n]+)["']/gm;
const DYNAMIC = /\bimport\(\s*["'](?<source>[^"'\n]+)["']\s*\)/g;

/** Every file below a folder, named from the root with forward slashes. */
export function filesBelow(folder: string, wanted: RegExp = CODE): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** The text without comments, so that an example in one is not taken for code. Lines keep their numbers. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""))
    .replace(/(^|[\s;{}(,])\/\/[^\n]*/g, "$1");
}

const isTypeClause = (clause: string) => {
  const named = /^\{(?<names>[\s\S]*)\}$/.exec(clause.trim())?.groups?.names;
  if (named === undefined) return false;
  const names = named
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  return names.length > 0 && names.every((name) => name.startsWith("type "));
};

/** What a text imports, by its statements. `resolve` turns a source into a path of the project. */
export function importsOf(text: string, resolve: (source: string) => string | null): Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  for (const { groups } of code.matchAll(STATEMENT)) {
    const source = groups?.source ?? "";
    const isType = Boolean(groups?.type) || isTypeClause(groups?.clause ?? "");
    found.push({ source, target: resolve(source), isType });
  }
  for (const { groups } of code.matchAll(DYNAMIC)) {
    const source = groups?.source ?? "";
    found.push({ source, target: resolve(source), isType: false });
  }
  return found;
}

/** Reads folders into files with their imports resolved to one another. */
export function readSources(folders: readonly string[], files: readonly string[] = []): Map<string, SourceFile> {
  const paths = [...folders.flatMap((folder) => filesBelow(folder)), ...files];
  const known = new Set(paths);
  const resolveFrom = (from: string) => (source: string) => {
    if (!source.startsWith("@/") && !source.startsWith(".")) return null;
    const base = source.startsWith("@/") ? source.slice(2) : normalize(join(dirname(from), source));
    const path = ENDINGS.map((ending) => base.replaceAll("\\", "/") + ending).find((name) => known.has(name));
    return path ?? base;
  };
  return new Map(
    paths.map((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      return [path, { path, text, imports: importsOf(text, resolveFrom(path)) }];
    }),
  );
}

/** Every import a file stands on once types are gone, with the way there: "a -> b -> c". */
export function reached(sources: Map<string, SourceFile>, from: string): { end: string; way: string }[] {
  const seen = new Map<string, string>([[from, from]]);
  const ends: { end: string; way: string }[] = [];
  for (const path of seen.keys()) {
    for (const { source, target, isType } of sources.get(path)?.imports ?? []) {
      if (isType) continue;
      const end = target ?? source;
      const way = `${seen.get(path)} -> ${end}`;
      ends.push({ end, way });
      if (!seen.has(end)) seen.set(end, way);
    }
  }
  return ends;
}
