import { Card } from "@/components/ui/card";
import type { ResultAnswer, ResultAnswers } from "@/lib/questionnaires/result";
import { OWN_GAP_WORDS } from "./gap-words";

/** Answers that have no score, or that are the person's own activities, as they gave them. */
export function ResultAnswersCard({ group: { id, title, none, gap, items } }: { group: ResultAnswers }) {
  return (
    <Card as="section" aria-labelledby={`answers-${id}`}>
      <h2 id={`answers-${id}`} className="mb-2 text-xl">
        {title}
      </h2>
      {gap === null ? (
        none === null ? (
          <Answers items={items} />
        ) : (
          <Ticked items={items} none={none} />
        )
      ) : (
        <p className="text-ink-soft">{OWN_GAP_WORDS[gap]}.</p>
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
      {items.map(({ id, text, answer, gap, since }) => (
        <div
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-rule border-b py-2 last:border-b-0"
        >
          <dt className="measure min-w-0">{text}</dt>
          <dd className={gap === null ? "font-semibold" : "text-ink-soft"}>
            {gap === null ? answer : OWN_GAP_WORDS[gap]}
          </dd>
          {since === null ? null : <dd className="w-full text-ink-soft">{since}</dd>}
        </div>
      ))}
    </dl>
  );
}
