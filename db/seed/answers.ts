import type { Answers, Instrument, Item, Names, Subscale } from "@/lib/questionnaires/instrument-schema";
import { boundsOf, itemsOf, scaleOf } from "@/lib/questionnaires/scales";
import { KNOWN_ACTIVITIES } from "./activities";
import { type CourseDay, feelingOn, leaning, type Subject, within } from "./courses";
import type { DemoPerson } from "./person";
import { CHANGE, DIARY, INDEX, PAIN, SAFETY_SCREEN } from "./questionnaires";
import { type Random, randomFrom, spread, whole } from "./random";

type Asked = Pick<Instrument, "slug" | "scale" | "subscales" | "itemDirection">;

/** The day of one sitting; `sitting` counts those of the same questionnaire from 0. */
export type Sitting = CourseDay & { sitting: number };

type Given = Record<string, number | null>;
type Way = (subject: Subject, at: Sitting, instrument: Asked, random: Random) => Given;

/** A part of a questionnaire with so few items is answered whole: one missing could cost its score. */
const FEW_ITEMS = 5;
/** Share of answers left out: of a long part, of a single question, and of the one that many would rather not answer. */
const DOES_NOT_FIT = 0.012;
const LEFT_OUT = 0.04;
const TOO_PRIVATE = 0.25;

/** Questionnaires that a general feeling does not answer. */
const WAYS: Readonly<Record<string, Way>> = {
  [PAIN]: painThreeTimes,
  [DIARY]: givingWay,
  [SAFETY_SCREEN]: warningSigns,
  [CHANGE]: changeSinceStart,
};

/**
 * The answers to one sitting of a questionnaire, by item id, null for what was left out. Answers of one person lean the same way
 * each time, so that what changes is the trend.
 */
export function answersOn(subject: Subject, at: Sitting, instrument: Asked): Answers {
  const isIndex = instrument.slug === INDEX;
  const random = randomFrom(`${subject.slug}/${isIndex ? "" : `${instrument.slug} `}sitting ${at.sitting}`);
  return (WAYS[instrument.slug] ?? asItFeels)(subject, at, instrument, random);
}

/** What somebody calls the activities they were asked to name, by item id; the same each time. */
export function namesFor(person: Pick<DemoPerson, "slug" | "region" | "activities">, instrument: Asked): Names {
  const asked = itemsOf(instrument).filter(({ scale }) => scale.kind === "named");
  const known = KNOWN_ACTIVITIES[person.region];
  const first = whole(randomFrom(`${person.slug}/activities`), 0, known.length - 1);
  return Object.fromEntries(
    asked.flatMap(({ item }, index) => {
      const name = person.activities?.[index] ?? known[(first + index) % known.length];
      return name === undefined ? [] : [[item.id, name]];
    }),
  );
}

/** Every item as bad as the day is, some always a little worse than others. */
function asItFeels(subject: Subject, at: Sitting, instrument: Asked, random: Random): Given {
  const share = feelingOn(subject, at).score / 100;
  const answers: Given = {};
  for (const subscale of instrument.subscales) {
    const { least, most } = boundsOf(scaleOf(instrument, subscale));
    const isUp = instrument.itemDirection === "higher-is-better";
    // The ups and downs are meant for five steps.
    const step = (most - least) / 4;
    const apart = 0.4 * leaning(subject, subscale.id);
    const isPatchy = subject.gaps?.sitting === at.sitting && subject.gaps.subscale === subscale.id;
    const left = isPatchy ? (subject.gaps?.count ?? 0) : 0;
    const first = whole(random, 0, subscale.items.length - Math.max(1, left));
    subscale.items.forEach(({ id }, index) => {
      const felt = share * (most - least) + step * (apart + 0.9 * leaning(subject, id) + 0.25 * spread(random));
      const doesNotFit = subscale.items.length > FEW_ITEMS && random() < DOES_NOT_FIT;
      const isLeftOut = doesNotFit || (index >= first && index < first + left);
      answers[id] = isLeftOut ? null : within(isUp ? most - felt : least + felt, least, most);
    });
  }
  return answers;
}

/** Never less than at its least, never more than at its worst. */
function painThreeTimes(subject: Subject, at: Sitting, instrument: Asked, random: Random): Given {
  const { pain } = feelingOn(subject, at);
  const now = within(0.8 * pain + 0.5 * spread(random), 0, 10);
  const least = Math.min(now, within(0.35 * pain + 0.4 * spread(random), 0, 10));
  const worst = Math.max(now, within(pain + 1.8 + 0.5 * spread(random), 0, 10));
  const felt: Record<string, number> = { now, least, worst };
  return eachItem(instrument, (_item, subscale) => {
    if (subscale.id === "least" && random() < LEFT_OUT) return null;
    return felt[subscale.id] ?? null;
  });
}

/** Days fall faster than the rest gets better. Whoever has no unsteady knee counts none. */
function givingWay(subject: Subject, at: Sitting, instrument: Asked, random: Random): Given {
  const { score } = feelingOn(subject, at);
  const unsteady = subject.unsteadyDays ?? 0;
  const days = within(unsteady * (score / subject.start.score) ** 2 + 0.3 * spread(random), 0, unsteady > 0 ? 7 : 0);
  const unsure = within(score / 12 + days / 2 + 0.5 * spread(random), 0, 10);
  const ticks = instrument.subscales.find(({ id }) => id === "doing")?.items ?? [];
  const ticked = [...ticks]
    .sort((a, b) => leaning(subject, b.id) - leaning(subject, a.id))
    .slice(0, Math.min(days, 3))
    .map(({ id }) => id);
  return eachItem(instrument, ({ id }, subscale) => {
    if (subscale.id === "doing") return ticked.includes(id) ? 1 : 0;
    if (subscale.id === "days") return days;
    return random() < LEFT_OUT ? null : unsure;
  });
}

/** No to all but what the story gives somebody, once. */
function warningSigns(subject: Subject, at: Sitting, instrument: Asked, random: Random): Given {
  const { warning } = subject;
  return eachItem(instrument, ({ id }) => {
    if (warning?.sitting === at.sitting && warning.itemId === id) return 1;
    return id === "back-sex" && random() < TOO_PRIVATE ? null : 0;
  });
}

/** A tenth better is a bit better; more than half is a great deal. */
function changeSinceStart(subject: Subject, at: Sitting, instrument: Asked, random: Random): Given {
  const start = feelingOn(subject, { day: 0, daysAgo: at.day + at.daysAgo }).score;
  const better = (start - feelingOn(subject, at).score) / start;
  const { least, most } = boundsOf(instrument.scale);
  return eachItem(instrument, () => within(5 * better + 0.3 * spread(random), least, most));
}

function eachItem(instrument: Asked, answer: (item: Item, subscale: Subscale) => number | null): Given {
  return Object.fromEntries(itemsOf(instrument).map(({ item, subscale }) => [item.id, answer(item, subscale)]));
}
