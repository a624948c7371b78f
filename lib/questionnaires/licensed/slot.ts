import type { Reference } from "../instrument-schema";
import type { AnswerScale, Formula, Structure, Variant } from "../scoring/structure";
import type { Direction } from "../vocabulary";

/** What the items of a list are answered with. A `likert` list needs words for each of its values, in this order or turned round. */
export type SlotAnswers =
  | { kind: "likert"; values: readonly number[] }
  | { kind: "nrs" | "vas" | "named"; least: number; most: number }
  | { kind: "tick" };

/** One list of items of a published instrument. */
export type SlotList = {
  id: string;
  title: string;
  /** What a high score of it means, in a short phrase. */
  meaning: string;
  /** Fewest and most items: the same but where people name their own activities. */
  fewest: number;
  most: number;
  answers: SlotAnswers;
  /** Whether each item is known to have words of its own for its answers. Any may. */
  ownAnswers: boolean;
};

/** Who owns the words, what that asks of a clinic and how sure we are of it, and where to ask. */
export type SlotLicence = { holder: string; note: string; ask: string };

/** A published instrument whose words a clinic may bring in. `references` are of this instrument, in points of the score it shows. */
export type LicensedSlot = {
  slug: string;
  structureId: string;
  /** One of several ways to answer; null where there is one. */
  scale: string | null;
  title: string;
  shortTitle: string;
  region: string;
  items: { fewest: number; most: number };
  lists: readonly SlotList[];
  /** Rules for missing answers to choose from; empty where there is one and it has no name. */
  rules: readonly { id: string; words: string }[];
  defaultRule: string | null;
  direction: Direction;
  recall: string;
  minutes: number;
  licence: SlotLicence;
  references: readonly Reference[];
};

/** What is said of a published instrument besides its structure. */
export type SlotFacts = {
  structureId: string;
  title: string;
  shortTitle: string;
  region: string;
  recall: string;
  lists: Readonly<Record<string, { title: string; meaning: string; ownAnswers?: true }>>;
  licence: SlotLicence;
  /** With `only`, of that way to answer alone. */
  references: readonly (Reference & { only?: string })[];
  /** Whether the items are activities the person names. */
  isNamed?: true;
};

/** Seconds to read and answer one question: as for our own index, 6 minutes for 24. */
const SECONDS_AN_ITEM = 15;

const RULES: Readonly<Record<string, string>> = {
  guide: "The user guide: 4 of 5 pain, 1 of 2 stiffness and 14 of 17 daily activity answers are enough",
  half: "Half the answers of each part are enough",
  complete: "Every answer is needed",
  "2012": "The rule of 2012: half the answers of each part are enough",
  "1998": "The rule of 1998: at most two answers of each part may be missing",
  count: "The ticks are counted; what is not ticked is a no",
  proportional: "The ticks in a hundred answered",
  min8: "8 of the 10 sections are enough",
  min9: "9 of the 10 sections are enough",
  strict: "Every answer is needed",
  prorate18: "18 of the 20 answers are enough",
  prorate2: "Up to two answers may be missing",
  impute2: "Up to two answers may be missing",
};

/** Words of ways to answer, where an instrument has several. */
const SCALES: Readonly<Record<string, string>> = {
  likert: "answers in words",
  nrs: "numbers 0 to 10",
  vas: "a line of 0 to 100",
};

/** The slots of a published instrument: one, or one for each way to answer it. */
export function slotsOf(facts: SlotFacts, structure: Structure): LicensedSlot[] {
  const scales = [...new Set(structure.variants.map(({ scale }) => scale))];
  return scales.map((scale) => slotOf(facts, structure, scale));
}

function slotOf(facts: SlotFacts, structure: Structure, scale: string | null): LicensedSlot {
  const variants = structure.variants.filter((variant) => variant.scale === scale);
  const first = variants[0];
  if (!first) throw new Error(`${structure.id} cannot be asked on ${scale}`);
  const lists = first.lists.map(({ id, fewest, most, scale: answers }): SlotList => {
    const known = facts.lists[id];
    if (!known) throw new Error(`${structure.id} has no title for its list ${id}`);
    const { title, meaning, ownAnswers = false } = known;
    return { id, title, meaning, ownAnswers, fewest, most, answers: answersOf(answers, facts.isNamed ?? false) };
  });
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const items = { fewest: sum(lists.map(({ fewest }) => fewest)), most: sum(lists.map(({ most }) => most)) };
  return {
    slug: scale === null ? structure.id : `${structure.id}-${scale}`,
    structureId: structure.id,
    scale,
    title: scale === null ? facts.title : `${facts.title}, ${SCALES[scale] ?? scale}`,
    shortTitle: scale === null ? facts.shortTitle : `${facts.shortTitle}, ${SCALES[scale] ?? scale}`,
    region: facts.region,
    items,
    lists,
    rules: variants.flatMap(({ rule }) => (rule === null ? [] : [{ id: rule, words: RULES[rule] ?? rule }])),
    defaultRule: first.rule,
    direction: structure.direction,
    recall: facts.recall,
    minutes: Math.ceil((items.most * SECONDS_AN_ITEM) / 60),
    licence: facts.licence,
    references: facts.references
      .filter(({ only }) => only === undefined || only === scale)
      .map(({ only: _only, ...reference }) => reference),
  };
}

/** A row of numbers has this many steps or more; fewer are answers in words. */
const STEPS_OF_A_ROW = 10;

function answersOf({ kind, least, most }: AnswerScale, isNamed: boolean): SlotAnswers {
  if (kind === "tick" || kind === "tick-or-number") return { kind: "tick" };
  if (isNamed) return { kind: "named", least, most };
  if (kind === "continuous") return { kind: "vas", least, most };
  if (most - least >= STEPS_OF_A_ROW) return { kind: "nrs", least, most };
  return { kind: "likert", values: Array.from({ length: most - least + 1 }, (_, step) => least + step) };
}

/** What a list is answered with, in words: "5 answers in words, worth 0 to 4". */
export function answersInWords(answers: SlotAnswers): string {
  switch (answers.kind) {
    case "likert":
      return `${answers.values.length} answers in words, worth ${answers.values[0]} to ${answers.values.at(-1)}`;
    case "nrs":
      return `a row of numbers from ${answers.least} to ${answers.most}`;
    case "vas":
      return `a line from ${answers.least} to ${answers.most}`;
    case "named":
      return `activities the person names, each rated from ${answers.least} to ${answers.most}`;
    case "tick":
      return "a list to tick";
  }
}

/** What people see of the scores of one formula: a number on its own range, or 0-100. Rules without a part count points. */
export function shownAs({ parts }: Pick<Variant, "parts">): "percent" | "raw" {
  const onItsOwnRange: readonly Formula[] = ["sum", "mean", "count"];
  return parts.every(({ formula }) => onItsOwnRange.includes(formula)) ? "raw" : "percent";
}
