import type { CalendarDay } from "@/lib/core/calendar";
import { isAsked } from "./answered-questions";
import { type AskedQuestion, askedQuestions } from "./asked-questions";
import { baselineOf } from "./comparable";
import { type Gap, gapOf } from "./gaps";
import type { Flag, Instrument, Reference } from "./instrument-schema";
import { interpretChange, type ShownScore } from "./interpretation";
import { activityInWords } from "./named-activities";
import { type ResponseRecord, shownKept, wordsKept } from "./response-record";
import { answerInWords, scaleOf } from "./scales";
import { type ScoredPart, scoredParts } from "./scored-parts";
import type { Direction, FlagLevel, ResponseSource } from "./vocabulary";

/** Size of a change on the scale shown: the least that mattered, or measurement error, of the very instrument. */
export type ChangeBand = { kind: "mic" | "mdc"; points: number };

/** One part of a result. Scores are in the instrument's direction on their own ends, not rounded. */
export type ResultPart = {
  id: string;
  title: string;
  /** What a high number means, such as "more pain"; may be empty. */
  meaning: string;
  now: ShownScore;
  /** The answer in words, where the part is one answer that has words. */
  words: string | null;
  /** Null when these are the first answers, and when none before asked the same. */
  first: ShownScore | null;
  /** The day of `first`, when it is not the day of the very first answers; else null. */
  comparedOn: CalendarDay | null;
  sentence: string;
  /** Points better than at first, negative when worse; null when there is nothing to compare. */
  improvement: number | null;
  /** Questions of the part, a list to tick as one. */
  answered: number;
  count: number;
  /** Unanswered items that count as the average of the others. */
  imputed: number;
  notAnswered: { text: string; gap: Gap }[];
  /** Published figures in words; those of other instruments are marked as such. */
  references: string[];
  bands: ChangeBand[];
};

/**
 * Answers of a part that has no score, and activities the person named: each in words; null is not answered, and `gap` says why. `since` says
 * what became of an activity since it was first rated, or that it is new.
 */
export type ResultAnswer = {
  id: string;
  text: string;
  answer: string | null;
  value: number | null;
  gap: Gap | null;
  since: string | null;
};

/** `none` is what stands for ticking nothing, in a list to tick; null for other parts. `gap` is why nothing of it is answered; else null. */
export type ResultAnswers = {
  id: string;
  title: string;
  none: string | null;
  gap: Gap | null;
  items: ResultAnswer[];
};

export type ResultView = {
  responseId: string;
  title: string;
  notice: string;
  recall: string;
  direction: Direction;
  submittedOn: CalendarDay;
  answeredOn: CalendarDay;
  source: ResponseSource;
  /** Whether the words are a licensed instrument's own, so that its published figures hold for them. */
  isLicensed: boolean;
  /** Where the questions can be answered again with what was meant; null when a later response replaced these. */
  correctable: boolean;
  isCorrection: boolean;
  /** Whether the answers themselves say what changed, so that nothing is held against the first ones. */
  isComparedWithNothing: boolean;
  /** The day of the first answers; null when these are the first. */
  firstOn: CalendarDay | null;
  parts: ResultPart[];
  answers: ResultAnswers[];
  /** The published word for the whole, where there is one. */
  band: string | null;
  /** What some answers ask the person to do, most urgent first. */
  advice: { id: string; level: FlagLevel; text: string }[];
};

const LEVELS: readonly FlagLevel[] = ["emergency", "same-day", "clinic"];

/** Advice for the flags that were raised, most urgent first. */
export function adviceFor(raised: readonly string[], flags: readonly Pick<Flag, "id" | "level" | "advice">[] = []) {
  return flags
    .filter(({ id }) => raised.includes(id))
    .map(({ id, level, advice }) => ({ id, level, text: advice }))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/** The published figures that are of the very instrument, as sizes of change on the scale it is shown on. The first of each kind. */
export function bandsOf(references: readonly Reference[], isOwn: boolean): ChangeBand[] {
  if (!isOwn) return [];
  return (["mic", "mdc"] as const).flatMap((kind) => {
    const found = references.find((reference) => reference.kind === kind);
    return found ? [{ kind, points: Math.abs(found.value) }] : [];
  });
}

/** A response against the first one to the same instrument, in words; `earlier` are those before it, oldest first. */
export function resultOf(record: ResponseRecord, earlier: readonly ResponseRecord[], isStanding = true): ResultView {
  const { instrument } = record;
  const { title, notice, recall, direction } = instrument;
  const compared = instrument.comparedWith === "nothing" ? [] : earlier;
  return {
    responseId: record.id,
    title,
    notice,
    recall,
    direction,
    submittedOn: record.submittedOn,
    answeredOn: record.answeredOn,
    source: record.source,
    isLicensed: instrument.published !== undefined,
    correctable: isStanding && record.source === "portal",
    isCorrection: record.correctsId !== null,
    isComparedWithNothing: instrument.comparedWith === "nothing",
    firstOn: compared[0]?.answeredOn ?? null,
    parts: shownParts(instrument).map((part) => resultPart(part, record, compared)),
    answers: unscoredAnswers(record, compared),
    band: record.scores.find(({ band }) => band !== null)?.band ?? null,
    advice: adviceFor(record.flags, instrument.flags),
  };
}

/** The scores people are shown. A sum of all parts says less than the parts; a summary of its own is shown. */
export function shownParts(instrument: Parameters<typeof scoredParts>[0]): ScoredPart[] {
  return scoredParts(instrument).filter(({ isWhole, id }) => !isWhole || id === "summary");
}

function resultPart(part: ScoredPart, record: ResponseRecord, earlier: readonly ResponseRecord[]): ResultPart {
  const { instrument } = record;
  const now = shownKept(record.scores, part.id, instrument);
  const { first, why } = baselineOf(part, record, earlier);
  const before = first && shownKept(first.scores, part.id, first.instrument);
  const references = instrument.references.filter(({ subscale }) => subscale === part.id);
  const areOwn = instrument.published !== undefined;
  const change = interpretChange({
    title: part.title,
    now,
    first: before,
    direction: instrument.direction,
    references,
    areOwn,
  });
  const asked = askedQuestions(instrument).filter(
    ({ id, items }) =>
      items.some((item) => part.itemIds.includes(item.id)) && (now.value === null || isAsked(id, record)),
  );
  const missing = asked.filter(({ items }) => items.every(({ id }) => (record.answers[id] ?? null) === null));
  const words = wordsKept(record.scores, part, instrument);
  const kept = record.scores.find(({ subscale }) => subscale === part.id);
  return {
    id: part.id,
    title: part.title,
    meaning: part.meaning,
    now,
    words,
    first: before,
    comparedOn: why === null ? null : (first?.answeredOn ?? null),
    sentence: words === null ? [change.sentence, why ?? []].flat().join(" ") : `${part.title}: ${words}.`,
    improvement: change.improvement,
    answered: asked.length - missing.length,
    count: asked.length,
    imputed: kept?.imputed ?? 0,
    notAnswered: missing.map((question) => ({
      text: questionInWords(question, record),
      gap: gapOf(
        question.items.map(({ id }) => id),
        record,
      ),
    })),
    references: change.referenceLines,
    bands: bandsOf(references, areOwn),
  };
}

/** What a question is called: its item, or the question a list to tick stands under. */
function questionInWords({ subscale, scale, items }: AskedQuestion, record: ResponseRecord): string {
  const [first] = items;
  return scale.kind === "tick" || !first ? subscale.stem || subscale.title : nameOf(first, record);
}

function unscoredAnswers(record: ResponseRecord, earlier: readonly ResponseRecord[]): ResultAnswers[] {
  const { instrument, names, answers } = record;
  return instrument.subscales.flatMap((subscale) => {
    const scale = scaleOf(instrument, subscale);
    if (subscale.formula !== "none" && scale.kind !== "named") return [];
    const asked = scale.kind === "named" ? subscale.items.filter(({ id }) => names[id] !== undefined) : subscale.items;
    const items = asked.map((item): ResultAnswer => {
      const value = answers[item.id] ?? null;
      const answer = value === null ? null : answerInWords(scale, value, item);
      const name = scale.kind === "named" ? names[item.id] : undefined;
      const since = name === undefined ? null : activityInWords(name, record, earlier);
      const gap = value === null ? gapOf([item.id], record) : null;
      return { id: item.id, text: nameOf(item, record), answer, value, gap, since };
    });
    const isAnswered = items.some(({ value }) => value !== null);
    const ids = subscale.items.map(({ id }) => id);
    const title = scale.kind === "named" ? "The activities you named" : subscale.title;
    const none = scale.kind === "tick" ? scale.none : null;
    return [{ id: subscale.id, title, none, gap: isAnswered ? null : gapOf(ids, record), items }];
  });
}

/** What an item is called: the activity the person named, or its own words. */
export function nameOf(item: { id: string; text: string }, { names }: Pick<ResponseRecord, "names">): string {
  return names[item.id] ?? item.text;
}

/** The reasons a clinic is told of, for the flags that were raised. */
export function reasonsOf(
  raised: readonly string[],
  { flags = [] }: Pick<Instrument, "flags">,
): { level: FlagLevel; reason: string }[] {
  return flags
    .filter(({ id }) => raised.includes(id))
    .map(({ level, reason }) => ({ level, reason }))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}
