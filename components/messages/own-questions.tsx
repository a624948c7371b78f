import { TextLink } from "@/components/ui/text-link";
import { formatInstant } from "@/lib/core/calendar";
import { FIXED_HEADS } from "@/lib/library/article-sections";
import type { Question } from "@/lib/messages/queries";
import { AskQuestion } from "./ask-question";
import { MessageText } from "./message-text";

type Props = {
  planItemId: string;
  questions: readonly Question[];
  timeZone: string;
  ask: Parameters<typeof AskQuestion>[0]["ask"];
};

/** Under an article: what the patient asked about it and was answered, and where they ask. */
export function OwnQuestions({ planItemId, questions, timeZone, ask }: Props) {
  return (
    <section aria-labelledby="own-questions" className="no-print mt-10 border-rule border-t pt-8">
      <h2 id="own-questions" className="text-xl">
        A question for my physiotherapist
      </h2>
      <p className="measure mt-2 text-ink-soft">
        The clinic reads questions on working days, and the answer will stand here. This is not for emergencies. If you
        need help now, see{" "}
        <TextLink href={`#${FIXED_HEADS.help.slug}`}>{FIXED_HEADS.help.title.toLowerCase()}</TextLink>.
      </p>
      {questions.length > 0 ? (
        <ul className="mt-5 grid gap-4">
          {questions.map((question) => (
            <li key={question.id} className="rounded-md border border-rule bg-raised p-4">
              <MessageText>{question.body}</MessageText>
              <p className="mt-1 text-ink-soft text-sm">
                Sent {formatInstant(question.sentAt, timeZone)}.
                {question.answers.length === 0 ? " Your clinic has not answered yet." : null}
              </p>
              {question.answers.map((answer) => (
                <div key={answer.id} className="mt-3 border-teal border-s-4 ps-4">
                  <p className="font-semibold">
                    <bdi>{answer.by}</bdi> answered
                  </p>
                  <MessageText>{answer.body}</MessageText>
                  <p className="mt-1 text-ink-soft text-sm">{formatInstant(answer.sentAt, timeZone)}</p>
                </div>
              ))}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mt-5">
        <AskQuestion planItemId={planItemId} ask={ask} />
      </div>
    </section>
  );
}
