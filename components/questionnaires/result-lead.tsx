import { formatDay } from "@/lib/core/calendar";
import type { ResultView } from "@/lib/questionnaires/result";

/** When and how the answers came, and what they are held against. */
export function ResultLead({ result }: { result: ResultView }) {
  return (
    <>
      <p>{whenInWords(result)}</p>
      {result.isCorrection ? <p>These answers replace ones you sent before.</p> : null}
      {result.source === "portal" && !result.correctable ? (
        <p>You have corrected these answers since. The corrected ones count.</p>
      ) : null}
      {result.parts.length > 0 && !result.isComparedWithNothing ? <p>{comparedInWords(result)}</p> : null}
    </>
  );
}

function whenInWords({ source, submittedOn, answeredOn, recall }: ResultView): string {
  const answered = formatDay(answeredOn);
  switch (source) {
    case "paper":
      return `Answered on paper on ${answered}, about ${recall}. Your clinic typed them in.`;
    case "import":
      return `Answered on ${answered}, about ${recall}. Your clinic brought them in from an earlier record.`;
    case "portal":
      return answeredOn === submittedOn
        ? `Sent on ${answered}, about ${recall}.`
        : `Answers of ${answered}, about ${recall}. Sent on ${formatDay(submittedOn)}.`;
  }
}

function comparedInWords({ firstOn }: ResultView): string {
  return firstOn
    ? `Next to your first answers, of ${formatDay(firstOn)}.`
    : "These are your first answers. Later ones will be set next to them.";
}
