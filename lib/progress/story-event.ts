import type { CalendarDay } from "@/lib/core/calendar";

/** Something that happened, on the person's own calendar. `lines` say more, a line each. */
export type StoryEvent = {
  id: string;
  day: CalendarDay;
  kind: "plan" | "pause" | "decision" | "answers" | "flare-up" | "correction" | "reading";
  title: string;
  lines: string[];
};
