import { calendarDayOf } from "@/lib/core/calendar";
import { suggestionWords } from "@/lib/plans/progression";
import type { DecidedSuggestion } from "@/lib/plans/progression-facts";
import type { SuggestionDecision } from "@/lib/plans/vocabulary";
import type { StoryEvent } from "./story-event";

const TITLES: Record<SuggestionDecision, string> = {
  approved: "Suggestion approved",
  changed: "Suggestion changed",
  declined: "Suggestion declined",
};

/** Decisions about suggestions as parts of the story, newest first: what was suggested, what was made of it, why, and by whom. */
export function decisionEvents(
  decisions: readonly DecidedSuggestion[],
  { timeZone }: { timeZone: string },
): StoryEvent[] {
  return decisions
    .map(({ id, decision, evidence, note, decidedAt, decidedBy }) => ({
      id,
      day: calendarDayOf(decidedAt, timeZone),
      kind: "decision" as const,
      title: `${TITLES[decision]}: ${evidence.words}`,
      lines: [
        ...(evidence.made ? [`Written instead: ${suggestionWords(evidence)}`] : []),
        ...evidence.lines,
        ...(note === "" ? [] : [`Why not: “${note}”`]),
        `By ${decidedBy}`,
      ],
    }))
    .reverse();
}
