import type { Person } from "@/lib/access/actor";
import { type CalendarDay, daysBetween } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { enterPaper } from "@/lib/questionnaires/commands/enter-paper";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { reviewFlags } from "@/lib/questionnaires/commands/review-flags";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { startCorrection } from "@/lib/questionnaires/commands/start-correction";
import { submit } from "@/lib/questionnaires/commands/submit";
import type { Answers, Instrument, Names } from "@/lib/questionnaires/instrument-schema";
import { boundsOf, itemsOf } from "@/lib/questionnaires/scales";
import { answersOn, namesFor } from "./answers";
import { courseDay, type Errand, instrumentOf, type Journey, type Stage } from "./journey";
import { INDEX } from "./questionnaires";
import { minutesAfter, nextWorkday } from "./timing";

const ANSWERS_A_MINUTE = 5;
/** From the last answer to sending: a look at all of them. */
const LOOK_MINUTES = 1.2;
/** Answers as young as this nobody in the clinic has got round to. */
const UNSEEN_DAYS = 2;

export const unusualOf = ({ person }: Journey, { slug, sitting }: Pick<Errand, "slug" | "sitting">) =>
  person.unusual?.find((one) => one.slug === slug && (one.sitting === sitting || one.sitting === "every"));

/** Answers a questionnaire, by hand or on paper, whole or not. Returns how many minutes it took. */
export async function answer(
  journey: Journey,
  self: Person,
  stage: Stage,
  errand: Errand,
  from: Date,
): Promise<number> {
  const { slug, itemKey, dueOn, on } = errand;
  const { person } = journey;
  const unusual = unusualOf(journey, errand);
  if (unusual?.leftAfter === 0 || hasEnded(journey, on)) return 0;
  const instrument = instrumentOf(stage, slug);
  const meant = answersOn(person, { ...courseDay(journey, stage, on), sitting: errand.sitting }, instrument);
  if (unusual?.isOnPaper) {
    const work = (now: Date) => enterFor(journey, stage, { slug, answeredOn: on, answers: meant }, now);
    journey.desk.push({ on: nextWorkday(on), work });
    return 0;
  }
  const names = namesFor(person, instrument);
  const pressed = unusual?.isTurned ? turned(meant, instrument) : meant;
  const { draftId } = await openDraft.execute(self, { id: newId(), itemKey, dueOn }, { now: from });
  const given = Object.entries(pressed).slice(0, unusual?.leftAfter);
  // Of many questions one is left open; one of a few is what somebody would rather not answer.
  const saved = given.filter(([, value]) => value !== null || slug !== INDEX);
  await saveAll(self, draftId, { given: saved, names }, from);
  const minutes = given.length / ANSWERS_A_MINUTE + LOOK_MINUTES;
  if (unusual?.leftAfter !== undefined) return Math.ceil(minutes);
  const responseId = newId();
  await submit.execute(self, { id: responseId, draftId }, { now: minutesAfter(from, minutes) });
  if (unusual?.isTurned) {
    const changed = Object.entries(meant).filter(([id, value]) => value !== pressed[id]);
    await putRight(self, { responseId, given: changed, names }, minutesAfter(from, minutes + 3));
  }
  if (raisesFlag(instrument, meant) && daysBetween(on, stage.today) > UNSEEN_DAYS) {
    journey.desk.push({ on: nextWorkday(on), work: (now) => ringBack(journey, responseId, now) });
  }
  return Math.ceil(minutes) + 2;
}

async function ringBack({ clinician }: Journey, responseId: string, now: Date): Promise<void> {
  const note = "Rang back. Nothing new and no fall. A hand on the rail for now, and the plan stays as it is.";
  await reviewFlags.execute(clinician, { responseId, note }, { now });
}

const hasEnded = ({ plan }: Journey, day: CalendarDay) => plan !== null && plan.endsOn !== null && plan.endsOn < day;

type Paper = { slug: string; answeredOn: CalendarDay; answers: Answers };

/** The clinician enters answers that were given on paper, and rings about those that must be acted on. */
export async function enterFor(journey: Journey, stage: Stage, paper: Paper, now: Date): Promise<void> {
  const { patientId, clinician, person } = journey;
  const instrument = instrumentOf(stage, paper.slug);
  const id = newId();
  await enterPaper.execute(clinician, { id, patientId, ...paper, names: namesFor(person, instrument) }, { now });
  if (raisesFlag(instrument, paper.answers)) await ringBack(journey, id, minutesAfter(now, 10));
}

type Kept = { given: readonly [string, number | null][]; names: Names };

async function saveAll(self: Person, draftId: string, { given, names }: Kept, from: Date): Promise<void> {
  for (const [index, [itemId, value]] of given.entries()) {
    const now = minutesAfter(from, (index + 1) / ANSWERS_A_MINUTE);
    const named = names[itemId] === undefined ? {} : { named: names[itemId] };
    await saveAnswer.execute(self, { draftId, itemId, value, ...named, answeredAt: now.toISOString() }, { now });
  }
}

async function putRight(self: Person, { responseId, ...kept }: Kept & { responseId: string }, from: Date) {
  const { draftId } = await startCorrection.execute(self, { id: newId(), responseId }, { now: from });
  await saveAll(self, draftId, kept, from);
  const reason = "I read the numbers the wrong way round: I thought that 0 was best.";
  await submit.execute(self, { id: newId(), draftId, reason }, { now: minutesAfter(from, 3) });
}

/** As somebody answers who takes the low end for the high one. */
function turned(answers: Answers, instrument: Instrument): Answers {
  const ends = new Map(itemsOf(instrument).map(({ item, scale }) => [item.id, boundsOf(scale)]));
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => {
      const { least, most } = ends.get(id) ?? { least: 0, most: 0 };
      return [id, value === null ? null : least + most - value];
    }),
  );
}

const raisesFlag = ({ flags }: Instrument, answers: Answers) =>
  flags?.some(({ itemId, from }) => (answers[itemId] ?? Number.NEGATIVE_INFINITY) >= from) ?? false;
