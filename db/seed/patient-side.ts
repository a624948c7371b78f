import type { Person } from "@/lib/access/actor";
import { addDays, type CalendarDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { markRead } from "@/lib/practice/commands/mark-read";
import { courseDay, dueToday, type Journey, nextSitting, type Stage } from "./journey";
import { practise } from "./practice-side";
import { answer, unusualOf } from "./questionnaire-side";
import { randomFrom, whole } from "./random";
import { instantOn, laterOf, minutesAfter } from "./timing";

/** Days, the last one included, whose reading and questions are left by whoever leaves something. */
const LEFT_DAYS = 3;
const READING_MINUTES = 8;

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
    const { slug } = item;
    const sitting = due.kind === "questionnaire" ? nextSitting(journey, slug) : 0;
    const isLeft = person.leavesSomething && courseDay(journey, stage, day).daysAgo < LEFT_DAYS;
    if (isLeft || person.course === "brand-new" || person.unread?.includes(slug)) continue;
    const usual = due.kind === "questionnaire" && sitting === 0 ? 0 : whole(randomFrom(`${person.slug}/${day}`), 0, 2);
    const lag = unusualOf(journey, { slug, sitting })?.daysLate ?? usual;
    const { kind, itemId: planItemId, key: itemKey, dueOn } = due;
    journey.errands.push({ on: addDays(day, lag), kind, planItemId, itemKey, dueOn, slug, sitting });
  }
}

/** Reads and answers what is planned for the day. Returns how many minutes it took. */
async function doErrands(journey: Journey, self: Person, stage: Stage, day: CalendarDay, from: Date): Promise<number> {
  const { daysAgo } = courseDay(journey, stage, day);
  let minutes = 0;
  for (const errand of journey.errands.filter(({ on }) => on === day)) {
    const now = minutesAfter(from, minutes);
    if (minutesAfter(now, 10) > stage.now || daysAgo < (journey.person.stoppedDaysAgo ?? 0)) continue;
    const { kind, planItemId, dueOn } = errand;
    if (kind === "article") {
      await markRead.execute(self, { id: newId(), planItemId, dueOn }, { now });
      minutes += READING_MINUTES;
    } else {
      minutes += await answer(journey, self, stage, errand, now);
    }
  }
  return minutes;
}
