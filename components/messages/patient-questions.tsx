import { Card, CardTitle } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { formatInstant } from "@/lib/core/calendar";
import type { PatientQuestions as Asked, Question } from "@/lib/messages/queries";
import { type AnswerAction, AnswerQuestion } from "./answer-question";
import { MessageText } from "./message-text";

type Props = { questions: Asked; timeZone: string; answer: AnswerAction };

/** On a patient's record: what they asked, those nobody has answered first, and where to answer. */
export function PatientQuestions({ questions: { open, answered }, timeZone, answer }: Props) {
  if (open.length + answered.length === 0) {
    return <p className="text-ink-soft text-sm">No questions from this patient. They can ask beside each article.</p>;
  }
  return (
    <Card as="section" aria-labelledby="questions">
      <CardTitle id="questions">Questions</CardTitle>
      {open.length > 0 ? (
        <ul className="grid gap-5 divide-y divide-rule">
          {open.map((question) => (
            <li key={question.id} className="grid gap-3 pb-1 [&+li]:pt-5">
              <Asking question={question} timeZone={timeZone} />
              <AnswerQuestion questionId={question.id} isFirst answer={answer} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">Every question is answered.</p>
      )}
      {answered.length > 0 ? (
        <Disclosure className="mt-3" summary={`Answered (${answered.length})`}>
          <ul className="grid gap-5">
            {answered.map((question) => (
              <li key={question.id} className="grid gap-2">
                <Asking question={question} timeZone={timeZone} />
                <Disclosure summary="Write more">
                  <AnswerQuestion questionId={question.id} isFirst={false} answer={answer} />
                </Disclosure>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Card>
  );
}

function Asking({ question, timeZone }: { question: Question; timeZone: string }) {
  return (
    <div>
      <MessageText>{question.body}</MessageText>
      <p className="text-ink-soft text-sm">
        Sent {formatInstant(question.sentAt, timeZone)}
        {question.aboutTitle ? `, about “${question.aboutTitle}”` : null}
      </p>
      {question.answers.map((answer) => (
        <div key={answer.id} className="mt-2 border-teal border-s-4 ps-3">
          <MessageText>{answer.body}</MessageText>
          <p className="text-ink-soft text-sm">
            <bdi>{answer.by}</bdi>, {formatInstant(answer.sentAt, timeZone)}
          </p>
        </div>
      ))}
    </div>
  );
}
