import { Card } from "@/components/ui/card";
import type { ResultAnswer, ResultAnswers } from "@/lib/questionnaires/result";

/** Answers that have no score, or that are the person's own activities, as they gave them. */
export function ResultAnswersCard({ group: { id, title, none, items } }: { group: ResultAnswers }) {
  const isAnswered = items.some(({ value }) => value !== null);
  return (
    <Card as="section" aria-labelledby={`answers-${id}`}>
      <h2 id={`answers-${id}`} className="mb-2 text-xl">
        {title}
      </h2>
      {isAnswered ? (
        none === null ? (
          <Answers items={items} />
        ) : (
          <Ticked items={items} none={none} />
        )
      ) : (
        <p className="text-ink-soft">Not answered.</p>
      )}
    </Card>
  );
}

function Ticked({ items, none }: { items: readonly ResultAnswer[]; none: string }) {
  const ticked = items.filter(({ value }) => value === 1);
  if (ticked.length === 0) return <p>{none}</p>;
  return (
    <>
      <p className="text-ink-soft">You ticked:</p>
      <ul className="measure list-disc ps-5">
        {ticked.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function Answers({ items }: { items: readonly ResultAnswer[] }) {
  return (
    <dl>
      {items.map(({ id, text, answer, since }) => (
        <div
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-rule border-b py-2 last:border-b-0"
        >
          <dt className="measure min-w-0">{text}</dt>
          <dd className={answer === null ? "text-ink-soft" : "font-semibold"}>{answer ?? "Not answered"}</dd>
          {since === null ? null : <dd className="w-full text-ink-soft">{since}</dd>}
        </div>
      ))}
    </dl>
  );
}
