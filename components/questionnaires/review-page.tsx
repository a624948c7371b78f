import { differs, NOTHING_DIFFERS } from "@/lib/questionnaires/differs";
import type { OpenQuestions } from "@/lib/questionnaires/queries/draft";
import { reviewParts, sentAnswers } from "@/lib/questionnaires/review";
import { raisedFlags } from "./raised-flags";
import { ReviewList } from "./review-list";
import { ReviewScreen, type ReviewScreenProps } from "./review-screen";

export type ReviewPageProps = Pick<
  ReviewScreenProps,
  "who" | "draftId" | "isHere" | "closeHref" | "resultsHref" | "submit"
> & {
  view: OpenQuestions;
  /** Where the questions are answered. */
  answerHref: string;
};

const BLANK = "There is no answer to send yet. Answer one question or more first.";

/** Every answer before sending, what is missing, and the button that sends them. */
export function ReviewPage({ view, answerHref, ...screen }: ReviewPageProps) {
  const { instrument, answers, correction } = view;
  const parts = reviewParts(instrument, answers);
  const isBlank = parts.every(({ answered }) => answered === 0);
  const isSame = correction !== null && !differs(sentAnswers(instrument, answers), correction.sent);
  return (
    <ReviewScreen
      {...screen}
      title={instrument.shortTitle}
      refusal={isBlank ? BLANK : isSame ? NOTHING_DIFFERS : null}
      isCorrection={correction !== null}
    >
      <ReviewList
        flags={raisedFlags(instrument, answers)}
        correctedOn={correction?.answeredOn ?? null}
        parts={parts}
        itemHref={`${answerHref}?item=`}
        resumeHref={answerHref}
      />
    </ReviewScreen>
  );
}
