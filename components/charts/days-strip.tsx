import { useId } from "react";
import { addDays, isoWeekday, longDay } from "./calendar-day";
import { ChartFigure } from "./chart-parts";
import { DAY_STATE_WORDS, DAY_STATES, DayMark, type DayState } from "./day-marks";
import { DaysAcross, DaysDown } from "./days-plot";
import { NumbersTable } from "./numbers-table";

export type PracticeDay = { day: string; prescribed: number; done: number; state: DayState };

export type DaysStripProps = { title?: string; days: readonly PracticeDay[] };

/** The days of practice as a calendar. A rest day is a day kept; a silent day is only silent. */
export function DaysStrip({ title = "Days of practice", days }: DaysStripProps) {
  const id = useId();
  const sorted = [...days].sort((a, b) => a.day.localeCompare(b.day));
  const weeks = weeksOf(sorted);
  const counts = DAY_STATES.map((state) => ({ state, count: sorted.filter((day) => day.state === state).length }));
  const used = counts.filter((entry) => entry.count > 0);
  const description =
    used.length === 0
      ? "No days yet."
      : `One sign a day, Monday to Sunday. ${used.map(({ state, count }) => `${DAY_STATE_WORDS[state]}: ${count}`).join(". ")}.`;
  return (
    <ChartFigure
      title={title}
      narrow={<DaysDown id={`${id}n`} title={title} description={description} weeks={weeks} />}
      wide={<DaysAcross id={`${id}w`} title={title} description={description} weeks={weeks} />}
      legend={<Legend used={used} />}
      table={
        <NumbersTable
          caption={title}
          head={["Day", "What happened", "Done", "Planned"]}
          rows={sorted.map((day) => [
            longDay(day.day),
            DAY_STATE_WORDS[day.state],
            day.state === "ahead" ? "" : String(day.done),
            String(day.prescribed),
          ])}
        />
      }
    />
  );
}

export type Week = { startsOn: string; days: (PracticeDay | null)[] };

/** Whole weeks from Monday; days outside the range are null. */
export function weeksOf(sorted: readonly PracticeDay[]): Week[] {
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  if (!first || !last) return [];
  const byDay = new Map(sorted.map((day) => [day.day, day]));
  const weeks: Week[] = [];
  for (let monday = addDays(first.day, 1 - isoWeekday(first.day)); monday <= last.day; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => byDay.get(addDays(monday, index)) ?? null);
    weeks.push({ startsOn: monday, days });
  }
  return weeks;
}

function Legend({ used }: { used: readonly { state: DayState; count: number }[] }) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-sm" aria-label="What the signs mean">
      {used.map(({ state, count }) => (
        <li key={state} className="flex items-center gap-2">
          <svg viewBox="-14 -14 28 28" aria-hidden="true" className="size-5.5 flex-none">
            <DayMark state={state} />
          </svg>
          <span>
            {DAY_STATE_WORDS[state]} <span className="numeric text-ink-soft">{count}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
