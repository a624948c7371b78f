import type { CalendarDay } from "@/lib/core/calendar";
import { formatDay } from "@/lib/core/calendar";
import { painInWords, shareInWords } from "@/lib/progress/person-words";
import type { PartChange, ScoreSeries } from "@/lib/progress/score-series";
import type { ProgressSummary } from "@/lib/progress/summary";
import { displayScore, improvement } from "@/lib/questionnaires/interpretation";

type Figure = { term: string; value: string; detail: string };

export type KeyFiguresProps = { progress: ProgressSummary; lastLogOn: CalendarDay | null };

/** What a clinician wants first: practice, pain and scores, each with what it is held against. */
export function KeyFigures({ progress, lastLogOn }: KeyFiguresProps) {
  const figures = [practice(progress, lastLogOn), pain(progress), ...scoreFigures(progress.scores)];
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

/** Most scores shown here; all of them are in the sections below. */
const MOST_SCORES = 6;

/** The scores of the latest answers; what got worse comes first, so that it is never among those left out. */
function scoreFigures(scores: ProgressSummary["scores"]): Figure[] {
  const all = scores.flatMap((series) => series.changes.map((change) => ({ series, change })));
  const isWorse = ({ change: { improvement, notable } }: (typeof all)[number]) =>
    improvement !== null && improvement <= -notable;
  return [...all.filter(isWorse), ...all.filter((one) => !isWorse(one))]
    .slice(0, MOST_SCORES)
    .map(({ series, change }) => scoreFigure(series, change, scores.length > 1));
}

function scoreFigure(series: ScoreSeries, change: PartChange, isNamed: boolean): Figure {
  const { title, now, least, most } = change;
  const ends = { least, most };
  const of = series.said === null ? ` (${least}–${most})` : "";
  const term = `${isNamed && title !== series.shortTitle ? `${series.shortTitle}: ` : ""}${title}${of}`;
  if (series.said !== null)
    return { term, value: series.said.words, detail: `On ${formatDay(series.latestOn, "short")}` };
  return {
    term,
    value: now === null ? "–" : String(displayScore(now, ends)),
    detail: comparedInWords(change, series.direction),
  };
}

function comparedInWords({ now, first, least, most }: PartChange, direction: ScoreSeries["direction"]): string {
  if (now === null || first === null) return "Nothing to compare with yet";
  const ends = { least, most };
  const [shownNow, shownFirst] = [displayScore(now, ends), displayScore(first, ends)];
  const points = displayScore(improvement(shownNow, shownFirst, direction), ends);
  if (points === 0) return `Was ${shownFirst}: no change`;
  return `Was ${shownFirst}: ${Math.abs(points)} ${points > 0 ? "better" : "worse"}`;
}
