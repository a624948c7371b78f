import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { displayScore, improvement } from "@/lib/questionnaires/interpretation";
import type { ResultPart, ResultView } from "@/lib/questionnaires/result";
import type { Direction } from "@/lib/questionnaires/vocabulary";
import { ScoreScale } from "./score-scale";

/** What the answers came to: each part in words and on its scale, and what these numbers are not. */
export function ResultParts({ result }: { result: ResultView }) {
  return (
    <div className="grid gap-5">
      {result.parts.map((part) => (
        <PartCard key={part.id} part={part} direction={result.direction} />
      ))}
      <Notice tone="info" title="About these numbers">
        <p>{result.notice}</p>
      </Notice>
    </div>
  );
}

function PartCard({ part, direction }: { part: ResultPart; direction: Direction }) {
  const { id, title, now, first, sentence, meaning, references } = part;
  const change = changeWords(part, direction);
  return (
    <Card as="section" aria-labelledby={`result-${id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={`result-${id}`} className="text-xl">
          {title}
        </h2>
        {change ? <Badge tone={change.tone}>{change.words}</Badge> : null}
      </div>
      {now.value === null ? null : (
        <>
          <p aria-hidden="true" className="numeric mt-1">
            <span className="font-semibold text-3xl">{displayScore(now.value)}</span>
            <span className="text-ink-soft"> of 100</span>
          </p>
          <ScoreScale now={now.value} first={first?.value ?? null} direction={direction} />
        </>
      )}
      <p className="measure mt-3">{sentence}</p>
      {now.value === null ? null : <p className="measure text-ink-soft">A higher number means {meaning}.</p>}
      <Gaps part={part} />
      {references.length > 0 ? (
        <Disclosure summary="What studies found, with other questions and other people" className="mt-2">
          <ul className="measure grid list-disc gap-2 ps-5 text-sm">
            {references.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Card>
  );
}

function Gaps({ part: { notAnswered, count, imputed } }: { part: ResultPart }) {
  if (notAnswered.length === 0) return null;
  const average = imputed > 0 ? " In the score they count as the average of your other answers." : "";
  return (
    <Disclosure summary={`${notAnswered.length} of ${count} not answered`} className="mt-2">
      <p className="measure text-ink-soft">These were left out.{average}</p>
      <ul className="measure mt-1 grid list-disc gap-1 ps-5">
        {notAnswered.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function changeWords({ now, first }: ResultPart, direction: Direction) {
  if (now.value === null || first === null || first.value === null) return null;
  const points = improvement(displayScore(now.value), displayScore(first.value), direction);
  if (points === 0) return { tone: "neutral", words: "No change" } as const;
  return points > 0
    ? ({ tone: "good", words: `${points} better than at first` } as const)
    : ({ tone: "neutral", words: `${-points} worse than at first` } as const);
}
