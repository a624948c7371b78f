import { planChanges } from "@/lib/plans/changes";
import { phaseLengthInWords } from "@/lib/plans/phase-words";
import type { DraftBody } from "@/lib/plans/schemas";
import type { TitleOf } from "./item-titles";
import { countsInWords } from "./kind-words";

export type ChangesProps = {
  inForce: { number: number; body: DraftBody } | null;
  body: DraftBody;
  titleOf: TitleOf;
};

/** What publishing this text would change for the patient, a line each. */
export function changesInWords({ inForce, body, titleOf }: ChangesProps): string[] {
  if (inForce) return planChanges(inForce.body, body, titleOf).map(({ words }) => words);
  return body.phases.map(({ title, weeks, items }, at) => {
    const counts = { exercise: 0, article: 0, questionnaire: 0 };
    for (const { kind } of items) counts[kind] += 1;
    const length = phaseLengthInWords(weeks, at === body.phases.length - 1);
    return `${title}, ${length}: ${countsInWords(counts) || "nothing yet"}`;
  });
}

/** The changes as a list, with what they are measured against. */
export function ChangesList(props: ChangesProps) {
  const words = changesInWords(props);
  const { inForce } = props;
  if (words.length === 0) {
    return <p className="text-ink-soft">Nothing differs from version {inForce?.number} yet.</p>;
  }
  return (
    <>
      <p className="mb-1 text-ink-soft text-sm">
        {inForce ? `Against version ${inForce.number}, which is in force:` : "This will be the first version:"}
      </p>
      <ul className="list-disc ps-5">
        {words.map((line) => (
          <li key={line} className="py-0.5">
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}
