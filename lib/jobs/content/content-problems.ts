import type { Article } from "@/lib/library/article-schema";
import type { Exercise } from "@/lib/library/schemas";
import type { Protocol } from "@/lib/plans/protocol-schema";
import type { ItemKind } from "@/lib/plans/vocabulary";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { faultOf, itemsOf } from "@/lib/questionnaires/scales";

/**
 * A parsed file with the name people know it by, such as `content/exercises/clamshell.yaml`. `formOf` is there when most of what the value
 * says stands in another file: the slug of that.
 */
export type Loaded<Value> = { file: string; value: Value; formOf?: string };

/**
 * What no single file can know about itself: slugs used twice, links to nothing, and figures that contradict each other.
 * @returns one line a problem, as `file: field: what is wrong`; none when all is well.
 */
export function contentProblems(content: {
  exercises: Loaded<Exercise>[];
  articles: Loaded<Article>[];
  protocols: Loaded<Protocol>[];
  instruments: Loaded<Instrument>[];
}): string[] {
  const slugs: Record<ItemKind, ReadonlySet<string>> = {
    exercise: slugsOf(content.exercises),
    article: slugsOf(content.articles),
    questionnaire: slugsOf(content.instruments),
  };
  return [
    // A plan's line names its item by slug alone, so the kinds share one set of names.
    ...duplicates([...content.exercises, ...content.articles, ...content.instruments]),
    ...duplicates(content.protocols),
    ...content.exercises.flatMap(doseProblems),
    ...content.exercises.flatMap(sideProblems),
    ...nameProblems(content.exercises),
    ...linkProblems(content.exercises),
    ...content.articles.flatMap((article) => articleProblems(article, slugs.exercise)),
    ...content.protocols.flatMap((protocol) => protocolProblems(protocol, slugs)),
    ...content.protocols.flatMap((protocol) => criteriaProblems(protocol, content.instruments)),
    ...content.instruments.flatMap(instrumentProblems),
  ];
}

function slugsOf(loaded: Loaded<{ slug: string }>[]): ReadonlySet<string> {
  return new Set(loaded.map((item) => item.value.slug));
}

function duplicates(loaded: Loaded<{ slug: string }>[]): string[] {
  const firstFile = new Map<string, string>();
  const problems: string[] = [];
  for (const { file, value } of loaded) {
    const first = firstFile.get(value.slug);
    if (first === undefined) firstFile.set(value.slug, file);
    else problems.push(`${file}: slug: "${value.slug}" is already used by ${first}`);
  }
  return problems;
}

/** Easier and harder versions must be there, and each link must be told from both ends. */
function linkProblems(exercises: Loaded<Exercise>[]): string[] {
  const bySlug = new Map(exercises.map(({ value }) => [value.slug, value]));
  return exercises.flatMap(({ file, value }) =>
    (["easier", "harder"] as const).flatMap((way) =>
      value[way].flatMap((slug, index) => {
        const other = bySlug.get(slug);
        const back = way === "easier" ? "harder" : "easier";
        if (!other) return [`${file}: ${way}.${index}: there is no exercise "${slug}"`];
        if (slug === value.slug) return [`${file}: ${way}.${index}: is this exercise itself`];
        return other[back].includes(value.slug)
          ? []
          : [`${file}: ${way}.${index}: "${slug}" does not list it as ${back}`];
      }),
    ),
  );
}

/** A name, or another name, that two exercises share: a search would not know which is meant. */
function nameProblems(exercises: Loaded<Exercise>[]): string[] {
  const taken = new Map<string, string>();
  return exercises.flatMap(({ file, value }) =>
    [value.name, ...value.aliases].flatMap((name, index) => {
      const first = taken.get(name.toLowerCase());
      taken.set(name.toLowerCase(), first ?? file);
      if (first === undefined) return [];
      return [`${file}: ${index === 0 ? "name" : `aliases.${index - 1}`}: "${name}" is already used by ${first}`];
    }),
  );
}

function sideProblems({ file, value }: Loaded<Exercise>): string[] {
  if (value.sided === (value.figure.side !== null)) return [];
  const wrong = value.sided
    ? "must say left or right, because the exercise is sided"
    : "must be null, because the exercise has no sides";
  return [`${file}: figure.side: ${wrong}`];
}

function doseProblems({ file, value }: Loaded<Exercise>): string[] {
  const { repetitions, holdSeconds } = value.dose;
  return repetitions === null && holdSeconds === null ? [`${file}: dose: give repetitions, a hold, or both`] : [];
}

function articleProblems({ file, value }: Loaded<Article>, exercises: ReadonlySet<string>): string[] {
  return value.relatedExercises.flatMap((slug, index) =>
    exercises.has(slug) ? [] : [`${file}: relatedExercises.${index}: there is no exercise "${slug}"`],
  );
}

function protocolProblems({ file, value }: Loaded<Protocol>, slugs: Record<ItemKind, ReadonlySet<string>>): string[] {
  return value.phases.flatMap((phase, p) =>
    phase.items.flatMap((item, i) =>
      slugs[item.kind].has(item.slug) ? [] : [`${file}: phases.${p}.items.${i}.slug: no ${item.kind} "${item.slug}"`],
    ),
  );
}

/** A score a phase asks for must be of a questionnaire that ships, and of one of its parts. */
function criteriaProblems({ file, value }: Loaded<Protocol>, instruments: Loaded<Instrument>[]): string[] {
  return value.phases.flatMap(({ criteria }, p) => {
    if (!criteria?.score) return [];
    const { slug, part } = criteria.score;
    const asked = instruments.find((instrument) => instrument.value.slug === slug)?.value;
    if (!asked) return [`${file}: phases.${p}.criteria.score.slug: no questionnaire "${slug}"`];
    return asked.subscales.some(({ id }) => id === part)
      ? []
      : [`${file}: phases.${p}.criteria.score.part: "${slug}" has no part "${part}"`];
  });
}

function instrumentProblems({ file, value, formOf }: Loaded<Instrument>): string[] {
  // A form has its parts, references and flags from the file that it is a form of, which is told of them.
  if (formOf !== undefined) return [];
  const subscales = new Set(value.subscales.map((subscale) => subscale.id));
  const flags = value.flags ?? [];
  return [
    ...value.subscales.flatMap((subscale, index) =>
      subscale.minimumAnswered > subscale.items.length
        ? [`${file}: subscales.${index}.minimumAnswered: more than the ${subscale.items.length} items there are`]
        : [],
    ),
    ...value.references.flatMap((reference, index) =>
      subscales.has(reference.subscale)
        ? []
        : [`${file}: references.${index}.subscale: there is no subscale "${reference.subscale}"`],
    ),
    ...flags.flatMap((flag, index) => {
      const first = flags.findIndex(({ id }) => id === flag.id);
      if (first < index) return [`${file}: flags.${index}.id: "${flag.id}" is already used by flags.${first}`];
      const asked = itemsOf(value).find(({ item }) => item.id === flag.itemId);
      return asked && faultOf(asked.scale, flag.from) !== null
        ? [`${file}: flags.${index}.from: ${flag.from} is not an answer to "${flag.itemId}"`]
        : [];
    }),
  ];
}
