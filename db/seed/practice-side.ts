import type { Person } from "@/lib/access/actor";
import { addDays, type CalendarDay, isoWeekday } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { correctPractice } from "@/lib/practice/commands/correct";
import { finishSession } from "@/lib/practice/commands/finish-session";
import { recordPractice } from "@/lib/practice/commands/record";
import { type Practised, practiceOn } from "./courses";
import { courseDay, dueToday, type Journey, type Stage } from "./journey";
import { randomFrom } from "./random";
import { instantOn, laterOf, minutesAfter } from "./timing";

const MINUTES_EACH = 5;
/** Share of days written down the next morning. */
const NEXT_MORNING = 0.05;
/** Before these last days the phone sends what was written down on Sundays, which keeps the making short. */
const SENT_DAILY_DAYS = 4;
const SENDING_WEEKDAY = 7;
const MOST_UNSENT = 45;
const EVENING = 20 * 60 + 40;

/** The exercises of a day, from a moment on: done, skipped or not mentioned, as the course has it. */
export async function practise(
  journey: Journey,
  self: Person,
  stage: Stage,
  day: CalendarDay,
  from: Date,
): Promise<void> {
  const at = courseDay(journey, stage, day);
  if (journey.person.leavesSomething && at.daysAgo === 0) return;
  const lines = dueToday(journey, day).flatMap(({ due, item }) => (item.dose ? [{ due, item, dose: item.dose }] : []));
  const exercises = lines.map(({ item, dose }) => ({ slug: item.slug, dose }));
  const done = practiceOn(journey.person, at, exercises);
  const finished = minutesAfter(from, MINUTES_EACH * done.length + 1);
  if (finished > stage.now) return;
  const slip = slipOf(journey, stage, day, done);
  const sessionId =
    journey.person.leavesSomething && done.some(({ outcome }) => outcome !== "skipped") ? newId() : null;
  const entries = done.flatMap((practised, index) => {
    const line = lines[index];
    if (!line) return [];
    const { itemId: planItemId, dueOn, occasion } = line.due;
    const painNrs = index === slip?.index ? slip.pressed : practised.painNrs;
    const performedAt = minutesAfter(from, MINUTES_EACH * (index + 1)).toISOString();
    return [{ ...practised, painNrs, id: newId(), planItemId, dueOn, occasion, performedAt, sessionId }];
  });
  journey.unsent.push(...entries);
  await send(journey, self, stage, { day, finished, atOnce: slip !== null });
  if (sessionId) await finish(self, { id: sessionId, from, finished, done });
  const wrong = slip && entries[slip.index];
  if (!slip || !wrong) return;
  journey.hasCorrected = true;
  const reason = `I pressed ${slip.pressed} for pain, but it was ${slip.meant.painNrs}.`;
  const correction = { ...slip.meant, id: newId(), logId: wrong.id, reason };
  await correctPractice.execute(self, correction, { now: minutesAfter(finished, 4) });
}

type Run = { id: string; from: Date; finished: Date; done: readonly Practised[] };

/** The end of a session that the player led: how long it took and how hard it was. */
async function finish(self: Person, { id, from, finished, done }: Run): Promise<void> {
  const efforts = done.flatMap(({ effortRpe }) => effortRpe ?? []);
  const effortRpe =
    efforts.length === 0 ? null : Math.round(efforts.reduce((sum, one) => sum + one, 0) / efforts.length);
  const activeSeconds = Math.round((finished.getTime() - from.getTime()) / 1000) - 60;
  const [startedAt, endedAt] = [from.toISOString(), finished.toISOString()];
  const endedEarly = done.some(({ outcome }) => outcome === "skipped");
  await finishSession.execute(
    self,
    { id, startedAt, endedAt, activeSeconds, effortRpe, note: "", endedEarly },
    { now: finished },
  );
}

type Sending = { day: CalendarDay; finished: Date; atOnce: boolean };

/** Sends what was written down, when it is time to. */
async function send(journey: Journey, self: Person, stage: Stage, { day, finished, atOnce }: Sending): Promise<void> {
  const { unsent, person } = journey;
  const isEarly = courseDay(journey, stage, day).daysAgo > SENT_DAILY_DAYS;
  const waits = isEarly && !atOnce && unsent.length < MOST_UNSENT && isoWeekday(day) !== SENDING_WEEKDAY;
  if (waits || unsent.length === 0) return;
  journey.unsent = [];
  const nextMorning = instantOn(addDays(day, 1), 7 * 60 + 20);
  const isLate = !atOnce && nextMorning < stage.now && randomFrom(`${person.slug}/late ${day}`)() < NEXT_MORNING;
  const now = isLate ? nextMorning : isEarly && !atOnce ? laterOf(finished, instantOn(day, EVENING)) : finished;
  await recordPractice.execute(self, { id: newId(), entries: unsent }, { now });
}

/** The entry somebody gets wrong today and puts right, when they do. */
function slipOf(
  journey: Journey,
  stage: Stage,
  day: CalendarDay,
  done: readonly Practised[],
): { index: number; pressed: number; meant: Practised } | null {
  const { correctsDaysAgo } = journey.person;
  const { daysAgo } = courseDay(journey, stage, day);
  if (correctsDaysAgo === undefined || journey.hasCorrected || daysAgo > correctsDaysAgo || daysAgo === 0) return null;
  const index = done.findIndex(({ outcome, painNrs }) => outcome === "done" && painNrs !== null && painNrs < 5);
  const meant = done[index];
  return meant && meant.painNrs !== null ? { index, pressed: meant.painNrs + 5, meant } : null;
}
