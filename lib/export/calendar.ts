import type { CalendarDay } from "@/lib/core/calendar";
import { addDays } from "@/lib/core/calendar";
import { estimateMinutes } from "@/lib/plans/dosage";
import { occurrences, type PlanTimeline, type ScheduledItem } from "@/lib/plans/schedule";
import type { Dose } from "@/lib/plans/schemas";

/** A line of a plan as far as a calendar tells of it. */
type Line = ScheduledItem & { dose: Dose | null };

/** A day on which something is due, in words that tell nobody what. */
export type DueDay = { day: CalendarDay; summary: string };

/**
 * The days on which anything is due, both ends inclusive and in order, by the one rule of the schedule. No exercise, article or
 * questionnaire is named: a calendar is shown to colleagues and read by the company that keeps it. Minutes are those of the exercises.
 * @throws RangeError on a bad day.
 */
export function dueDays(plans: readonly PlanTimeline<Line>[], from: CalendarDay, to: CalendarDay): DueDay[] {
  const byDay = new Map<CalendarDay, { exercises: number; doses: Dose[] }>();
  for (const plan of plans) {
    const lines = new Map(plan.versions.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
    for (const { dueOn, itemId, kind } of occurrences(plan, from, to)) {
      const found = byDay.get(dueOn) ?? { exercises: 0, doses: [] };
      byDay.set(dueOn, found);
      if (kind !== "exercise") continue;
      found.exercises += 1;
      const dose = lines.get(itemId)?.dose;
      if (dose) found.doses.push(dose);
    }
  }
  return [...byDay]
    .map(([day, { exercises, doses }]) => ({ day, summary: summaryOf(exercises, estimateMinutes(doses)) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function summaryOf(exercises: number, minutes: number): string {
  if (exercises === 0) return "Something on your list for today";
  return minutes > 0 ? `Your exercises, about ${minutes} ${minutes === 1 ? "minute" : "minutes"}` : "Your exercises";
}

type Feed = {
  /** Lasting names of events are made of it and the day. */
  feedId: string;
  /** The name of the portal's machine, which makes them names of this portal. */
  host: string;
  todayUrl: string;
  /** When what is shown was last changed by anybody. */
  changedAt: Date;
  days: readonly DueDay[];
};

/** A calendar may not be without any part (RFC 5545, 3.6): one without a day tells which time it would be by, and nothing else. */
const NO_DAYS = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/**
 * A calendar (RFC 5545) with one event a day. The events last all day and are bound to no zone: what is due is due on a day, wherever the
 * patient is, so no clock change and no journey moves it to the day before. They leave the day free. The same plan gives the same text.
 */
export function calendarText({ feedId, host, todayUrl, changedAt, days }: Feed): string {
  const stamp = `${changedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const events = days.flatMap(({ day, summary }) => [
    "BEGIN:VEVENT",
    `UID:${day}.${feedId}@${host}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(`Open today's list: ${todayUrl}`)}`,
    `URL:${todayUrl}`,
    "TRANSP:TRANSPARENT",
    "CLASS:PRIVATE",
    "END:VEVENT",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Plumbline//Plan//EN",
    "CALSCALE:GREGORIAN",
    "NAME:Plumbline",
    "X-WR-CALNAME:Plumbline",
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...(events.length > 0 ? events : NO_DAYS),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const dateOf = (day: CalendarDay) => day.replaceAll("-", "");

/** A text as a value (RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n|\r|\n/g, "\\n");
}

const MOST_OCTETS = 75;

/** A line folded so that none is longer than 75 octets and no character is cut in two (RFC 5545, 3.1). */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let [part, octets] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    // The blank that a further line begins with counts too.
    if (octets + size > MOST_OCTETS - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      [part, octets] = ["", 0];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
