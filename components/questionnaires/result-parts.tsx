import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { bandForPerson } from "@/lib/questionnaires/band-words";
import type { ResultView } from "@/lib/questionnaires/result";
import { FlagAdvice } from "./flag-advice";
import { PartCard } from "./part-card";
import { ResultAnswersCard } from "./result-answers";

/** What the answers came to: what to do first, then each part in words and on its scale, and what these numbers are not. */
export function ResultParts({ result }: { result: ResultView }) {
  const { advice, band, parts, answers, direction, isLicensed, notice } = result;
  return (
    <div className="grid gap-5">
      <FlagAdvice flags={advice.map(({ id, level, text }) => ({ id, level, advice: text }))} />
      {parts.map((part) => (
        <PartCard key={part.id} part={part} direction={direction} isLicensed={isLicensed} />
      ))}
      {band === null ? null : <BandCard band={band} />}
      {answers.map((group) => (
        <ResultAnswersCard key={group.id} group={group} />
      ))}
      <Notice tone="info" title={parts.length > 0 ? "About these numbers" : "About these questions"}>
        <p>{notice}</p>
      </Notice>
    </div>
  );
}

function BandCard({ band }: { band: string }) {
  return (
    <Card as="section" aria-labelledby="result-band">
      <h2 id="result-band" className="text-xl">
        The group your total falls in
      </h2>
      <p className="measure mt-2">
        The published questionnaire sorts its totals into groups. Yours falls in the group “{bandForPerson(band)}”.
      </p>
      <p className="measure mt-1 text-ink-soft">
        The groups come from the published questionnaire; some of its words are put more plainly here. A group is a name
        for a range of numbers, and no diagnosis. Your physiotherapist can tell you what it means for you.
      </p>
    </Card>
  );
}
