import type { Person } from "@/lib/access/actor";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { markRead } from "@/lib/practice/commands/mark-read";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { submit } from "@/lib/questionnaires/commands/submit";
import { answersOn } from "./courses";
import { courseDay, dueToday, type Journey, type Stage } from "./journey";
import { practise } from "./practice-side";
import { randomFrom, whole } from "./random";
import { instantOn, laterOf, minutesAfter } from "./timing";

/** Days, the last one included, whose reading and questions are left by whoever leaves something. */
const LEFT_DAYS = 3;
/** How many questions somebody answered before they put the phone away. */
const HALF_WAY = 9;

/** What a patient does on a day: reading, questions, exercises. `after` is when the clinic was done with them, if it was. */
export async function patientDay(journey: Journey, stage: Stage, day: CalendarDay, after: Date | null): Promise<void> {
  const { self, person } = journey;
  if (!self) return;
  const random = randomFrom(`${person.slug}/habit ${day}`);
  const usual = instantOn(day, person.habit + whole(random, -25, 25));
  const from = after ? laterOf(usual, minutesAfter(after, 40)) : usual;
  noteErrands(journey, stage, day);
  const done = await doErrands(journey, self, stage, day, from);
  await practise(journey, self, stage, day, minutesAfter(from, done));
}

/** Decides when something given today is done. What would be after the story's end, or is never done, is left out. */
function noteErrands(journey: Journey, stage: Stage, day: CalendarDay): void {
  const { person } = journey;
  for (const { due, item } of dueToday(journey, day)) {
    if (due.kind === "exercise") continue;
    const sitting = due.kind === "questionnaire" ? journey.sittings++ : 0;
    const isLeft = person.leavesSomething && courseDay(journey, stage, day).daysAgo < LEFT_DAYS;
    if (isLeft || person.course === "brand-new" || person.unread?.includes(item.slug)) continue;
    const lag = due.kind === "questionnaire" && sitting === 0 ? 0 : whole(randomFrom(`${person.slug}/${day}`), 0, 2);
    journey.errands.push({ on: addDays(day, lag), due, item, sitting });
  }
}

/** Reads and answers what is planned for the day. Returns how many minutes it took. */
async function doErrands(journey: Journey, self: Person, stage: Stage, day: CalendarDay, from: Date): Promise<number> {
  const at = courseDay(journey, stage, day);
  let minutes = 0;
  for (const errand of journey.errands.filter(({ on }) => on === day)) {
    const now = minutesAfter(from, minutes);
    if (minutesAfter(now, 10) > stage.now || at.daysAgo < (journey.person.stoppedDaysAgo ?? 0)) continue;
    const { itemId: planItemId, dueOn, key: itemKey, kind } = errand.due;
    if (kind === "article") await markRead.execute(self, { id: newId(), planItemId, dueOn }, { now });
    else await answer(journey, self, stage, { itemKey, dueOn, sitting: errand.sitting, ...at }, now);
    minutes += 8;
  }
  return minutes;
}

type Sitting = { itemKey: string; dueOn: CalendarDay; sitting: number; day: number; daysAgo: number };

async function answer(journey: Journey, self: Person, stage: Stage, at: Sitting, from: Date): Promise<void> {
  const { person } = journey;
  const { itemKey, dueOn } = at;
  const { draftId } = await openDraft.execute(self, { id: newId(), itemKey, dueOn }, { now: from });
  const isLeft = person.course === "late-answers" && at.sitting > 0;
  const answers = Object.entries(answersOn(person, at, stage.instrument)).slice(0, isLeft ? HALF_WAY : undefined);
  for (const [index, [itemId, value]] of answers.entries()) {
    const now = minutesAfter(from, (index + 1) / 5);
    await saveAnswer.execute(self, { draftId, itemId, value, answeredAt: now.toISOString() }, { now });
  }
  if (!isLeft) await submit.execute(self, { id: newId(), draftId }, { now: minutesAfter(from, 6) });
}
