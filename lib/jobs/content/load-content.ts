/**
 * Reads the files of content/. Run by the start script, outside Next and outside a request: the one file of this room
 * that may use node:fs. It also reads the schemas of two rooms above it, because one folder ships the content of all three.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseDocument } from "yaml";
import type { z } from "zod";
import { type Article, articleSchema } from "@/lib/library/article-schema";
import { type Exercise, exerciseSchema } from "@/lib/library/schemas";
import { type Protocol, protocolSchema } from "@/lib/plans/protocol-schema";
import { type Instrument, instrumentSchema } from "@/lib/questionnaires/instrument-schema";
import { contentProblems, type Loaded } from "./content-problems";
import { isForm, loadForms } from "./instrument-forms";
import { type ContentFile, parseFiles } from "./parse-files";

export type Content = {
  exercises: Exercise[];
  articles: Article[];
  protocols: Protocol[];
  instruments: Instrument[];
};

type Raw = { fields: unknown; problems: string[] };

/**
 * Loads and checks everything that ships with the portal, each list sorted by slug.
 * @param root the folder that holds `content/`, normally the project's own.
 * @throws Error that lists every problem found, one a line, each as `file: field: what is wrong`.
 */
export function loadContent(root: string): Content {
  const problems: string[] = [];
  const exercises = loadFolder(root, "exercises", ".yaml", readYaml, exerciseSchema, problems);
  const articles = loadFolder(root, "articles", ".md", readArticle, articleSchema, problems);
  const protocols = loadFolder(root, "protocols", ".yaml", readYaml, protocolSchema, problems);
  const instruments = loadInstruments(root, problems);

  // Links are judged only when every file could be read; otherwise one bad file would look like many broken links.
  if (problems.length === 0) problems.push(...contentProblems({ exercises, articles, protocols, instruments }));
  if (problems.length > 0) throw new Error(`The content cannot be used:\n${problems.join("\n")}`);

  return {
    exercises: bySlug(exercises),
    articles: bySlug(articles),
    protocols: bySlug(protocols),
    instruments: bySlug(instruments),
  };
}

function loadFolder<Schema extends z.ZodType<{ slug: string }>>(
  root: string,
  folder: string,
  extension: string,
  read: (text: string) => Raw,
  schema: Schema,
  problems: string[],
): Loaded<z.output<Schema>>[] {
  return parseFiles(readFolder(root, folder, extension, read, problems), schema, problems);
}

/** A form of an instrument is read against the instrument that it is a form of, so those that are none come first. */
function loadInstruments(root: string, problems: string[]): Loaded<Instrument>[] {
  const files = readFolder(root, "instruments", ".yaml", readYaml, problems);
  const whole = parseFiles(
    files.filter(({ fields }) => !isForm(fields)),
    instrumentSchema,
    problems,
  );
  return [...whole, ...loadForms(files, whole, problems)];
}

function readFolder(
  root: string,
  folder: string,
  extension: string,
  read: (text: string) => Raw,
  problems: string[],
): ContentFile[] {
  const files: ContentFile[] = [];
  for (const name of fileNames(root, folder, problems)) {
    const file = `content/${folder}/${name}`;
    if (!name.endsWith(extension)) {
      problems.push(`${file}: name: only files ending in ${extension} belong here`);
      continue;
    }
    // Some editors put a mark before the first letter.
    const raw = read(readFileSync(join(root, "content", folder, name), "utf8").replace(/^\uFEFF/, ""));
    if (raw.problems.length === 0) files.push({ file, name: basename(name, extension), fields: raw.fields });
    problems.push(...raw.problems.map((problem) => `${file}: ${problem}`));
  }
  return files;
}

function fileNames(root: string, folder: string, problems: string[]): string[] {
  try {
    return readdirSync(join(root, "content", folder))
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`content/${folder}: folder: cannot be read (${reason})`);
    return [];
  }
}

function readYaml(text: string): Raw {
  const document = parseDocument(text);
  const problems = [...document.errors, ...document.warnings].map((problem) => {
    const line = problem.linePos?.[0].line;
    return `${line === undefined ? "YAML" : `line ${line}`}: ${problem.message.split("\n")[0]}`;
  });
  return problems.length > 0 ? { fields: null, problems } : { fields: document.toJS(), problems };
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

function readArticle(text: string): Raw {
  const [, head, body] = FRONT_MATTER.exec(text.replaceAll("\r\n", "\n")) ?? [];
  if (head === undefined || body === undefined) {
    return { fields: null, problems: ["front matter: must stand at the top, between two lines of ---"] };
  }
  const { fields, problems } = readYaml(head);
  if (problems.length > 0) return { fields: null, problems };
  if (typeof fields !== "object" || fields === null) return { fields: null, problems: ["front matter: is empty"] };
  if ("body" in fields)
    return { fields: null, problems: ["body: is the text under the front matter, not a key in it"] };
  return { fields: { ...fields, body: body.trim() }, problems: [] };
}

function bySlug<Value extends { slug: string }>(loaded: Loaded<Value>[]): Value[] {
  return loaded.map((item) => item.value).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
