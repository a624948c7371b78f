import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay } from "@/lib/core/calendar";
import { GAPS, type Gap } from "@/lib/questionnaires/gaps";
import { displayScore, improvement } from "@/lib/questionnaires/interpretation";
import type { ResultPart } from "@/lib/questionnaires/result";
import type { Direction } from "@/lib/questionnaires/vocabulary";
import { OWN_GAP_WORDS } from "./gap-words";
import { ScoreScale } from "./score-scale";

export type PartCardProps = { part: ResultPart; direction: Direction; isLicensed: boolean };

/** One part of a result: the number or the words, on its scale, and what it is held against. */
export function PartCard({ part, direction, isLicensed }: PartCardProps) {
  const { id, title, now, first, sentence, meaning, words, bands } = part;
  const change = changeWords(part, direction);
  return (
    <Card as="section" aria-labelledby={`result-${id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={`result-${id}`} className="text-xl">
          {title}
        </h2>
        {change ? <Badge tone={change.tone}>{change.words}</Badge> : null}
        {now.value === null ? <Badge>Too little answered to score</Badge> : null}
      </div>
      {now.value === null ? null : (
        <>
          <p aria-hidden="true" className="numeric mt-1">
            <span className="font-semibold text-3xl">{words ?? displayScore(now.value, now)}</span>
            {words === null ? <span className="text-ink-soft">{endsBeside(now)}</span> : null}
          </p>
          <ScoreScale
            now={now.value}
            first={first?.value ?? null}
            least={now.least}
            most={now.most}
            direction={direction}
            bands={bands}
          />
        </>
      )}
      <p className={words === null ? "measure mt-3" : "sr-only"}>{sentence}</p>
      {now.value === null || words !== null || meaning === "" ? null : (
        <p className="measure text-ink-soft">A higher number means {meaning}.</p>
      )}
      <NotAnswered part={part} />
      <References lines={part.references} isLicensed={isLicensed} />
    </Card>
  );
}

/** Figures of the very questionnaire are read with the score; those of others are for those who look for them. */
function References({ lines, isLicensed }: { lines: readonly string[]; isLicensed: boolean }) {
  if (lines.length === 0) return null;
  const list = (
    <ul className="measure grid list-disc gap-2 ps-5 text-sm">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  if (isLicensed) return <div className="mt-3">{list}</div>;
  return (
    <Disclosure summary="What studies found, with other questions and other people" className="mt-2">
      {list}
    </Disclosure>
  );
}

function endsBeside({ least, most }: ResultPart["now"]) {
  return least === 0 ? ` of ${most}` : ` from ${least} to ${most}`;
}

function NotAnswered({ part: { notAnswered, count, imputed } }: { part: ResultPart }) {
  if (notAnswered.length === 0) return null;
  return (
    <Disclosure summary={`${notAnswered.length} of ${count} not answered`} className="mt-2">
      <div className="measure grid gap-2">
        {imputed > 0 ? (
          <p className="text-ink-soft">In the score they count as the average of your other answers.</p>
        ) : null}
        {GAPS.map((gap) => (
          <Gaps key={gap} gap={gap} texts={notAnswered.flatMap((one) => (one.gap === gap ? one.text : []))} />
        ))}
      </div>
    </Disclosure>
  );
}

function Gaps({ gap, texts }: { gap: Gap; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div>
      <p className="text-ink-soft">{OWN_GAP_WORDS[gap]}:</p>
      <ul className="mt-1 grid list-disc gap-1 ps-5">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function changeWords({ now, first, comparedOn }: ResultPart, direction: Direction) {
  if (now.value === null || first === null || first.value === null) return null;
  const gain = improvement(displayScore(now.value, now), displayScore(first.value, now), direction);
  const points = displayScore(gain, now);
  if (points === 0) return { tone: "neutral", words: "No change" } as const;
  const since = comparedOn === null ? "at first" : `on ${formatDay(comparedOn, "short")}`;
  return points > 0
    ? ({ tone: "good", words: `${points} better than ${since}` } as const)
    : ({ tone: "neutral", words: `${-points} worse than ${since}` } as const);
}
