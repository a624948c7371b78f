import type { CalendarDay } from "@/lib/core/calendar";
import { formatDay } from "@/lib/core/calendar";
import { painInWords, shareInWords } from "@/lib/progress/person-words";
import type { PartChange } from "@/lib/progress/score-series";
import type { ProgressSummary } from "@/lib/progress/summary";
import { displayScore } from "@/lib/questionnaires/interpretation";

type Figure = { term: string; value: string; detail: string };

export type KeyFiguresProps = { progress: ProgressSummary; lastLogOn: CalendarDay | null };

/** What a clinician wants first: practice, pain and scores, each with what it is held against. */
export function KeyFigures({ progress, lastLogOn }: KeyFiguresProps) {
  const figures = [
    practice(progress, lastLogOn),
    pain(progress),
    ...(progress.scores[0]?.changes ?? []).map(scoreFigure),
  ];
  return (
    <dl className="flex flex-wrap gap-px overflow-hidden rounded-lg border border-rule bg-rule">
      {figures.map(({ term, value, detail }) => (
        <div key={term} className="min-w-0 flex-[1_1_10rem] bg-raised p-4">
          <dt className="text-ink-soft text-sm">{term}</dt>
          <dd>
            <span className="numeric block font-semibold text-2xl">{value}</span>
            <span className="block text-ink-soft text-sm">{detail}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function practice({ recent }: ProgressSummary, lastLogOn: CalendarDay | null): Figure {
  const counts = [
    recent.partly > 0 ? `${recent.partly} partly` : null,
    recent.skipped > 0 ? `${recent.skipped} skipped` : null,
    recent.silent > 0 ? `${recent.silent} not logged` : null,
  ].filter((count) => count !== null);
  const planned = `${recent.done} of ${recent.prescribed} done${counts.length > 0 ? `, ${counts.join(", ")}` : ""}`;
  const last = lastLogOn === null ? "no log yet" : `last log ${formatDay(lastLogOn, "short")}`;
  return {
    term: "Practice, last 14 days",
    value: shareInWords(recent.share),
    detail: `${recent.prescribed === 0 ? "Nothing was planned" : planned}; ${last}`,
  };
}

function pain({ pain: { rise } }: ProgressSummary): Figure {
  return {
    term: "Pain, last 7 days (0–10)",
    value: rise.recent === null ? "–" : painInWords(rise.recent),
    detail:
      rise.before === null ? "No answers in the 14 days before" : `${painInWords(rise.before)} in the 14 days before`,
  };
}

function scoreFigure(change: PartChange): Figure {
  const { title, now, first } = change;
  const points = now === null || first === null ? null : Math.abs(displayScore(now) - displayScore(first));
  const better = (change.improvement ?? 0) > 0;
  const compared =
    points === null || first === null
      ? "Nothing to compare with yet"
      : points === 0
        ? `Was ${displayScore(first)}: no change`
        : `Was ${displayScore(first)}: ${points} ${better ? "better" : "worse"}`;
  return { term: `${title} score (of 100)`, value: now === null ? "–" : String(displayScore(now)), detail: compared };
}
