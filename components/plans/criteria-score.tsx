"use client";

import { scoreCriterionInWords } from "@/lib/plans/criteria";
import type { CriteriaInput } from "@/lib/plans/criteria-schema";
import type { ScoreChoice } from "@/lib/questionnaires/queries/scores";
import { useBuilderTools } from "./builder-tools";
import { CompactInput, CompactSelect } from "./compact-field";
import { CriteriaPart } from "./criteria-part";
import { useErrorAt } from "./draft-form";

type Props = {
  name: `phases.${number}.criteria`;
  criteria: CriteriaInput;
  onChange: (next: CriteriaInput) => void;
};

const idOf = ({ slug, part }: { slug: string; part: string }) => `${slug}/${part}`;
const WAYS = [
  { value: "at-most", label: "or less" },
  { value: "at-least", label: "or more" },
] as const;

/** A score of a questionnaire that has to be reached, on the scale people are shown. */
export function CriteriaScore({ name, criteria, onChange }: Props) {
  const { scores, current } = useBuilderTools();
  const { score } = criteria;
  const valueError = useErrorAt(`${name}.score.value`);
  const ask = (choice: ScoreChoice | undefined) => {
    if (!choice) return;
    const { slug, part, least, most, isHigherBetter } = choice;
    const value = Math.round((least + most) / 2);
    onChange({ ...criteria, score: { slug, part, is: isHigherBetter ? "at-least" : "at-most", value } });
  };
  /** What the plan asks already comes first to mind. */
  const first = () => {
    const asked = new Set(current().phases.flatMap(({ items }) => items.map(({ slug }) => slug)));
    return scores.find(({ slug }) => asked.has(slug)) ?? scores[0];
  };
  const chosen = score && scores.find((choice) => idOf(choice) === idOf(score));
  return (
    <CriteriaPart
      label="A score is reached"
      isAsked={score !== null}
      onAsk={(isAsked) => (isAsked ? ask(first()) : onChange({ ...criteria, score: null }))}
    >
      {score ? (
        <>
          <CompactSelect
            label="Questionnaire"
            name={`${name}.score.slug`}
            className="w-[19rem] max-w-full"
            value={idOf(score)}
            options={[
              ...(chosen ? [] : [{ value: idOf(score), label: scoreCriterionInWords(score) }]),
              ...scores.map((choice) => ({ value: idOf(choice), label: `${choice.title}: ${choice.partTitle}` })),
            ]}
            onChange={({ target }) => ask(scores.find((choice) => idOf(choice) === target.value))}
          />
          <CompactInput
            label={chosen ? `Score, ${chosen.least} to ${chosen.most}` : "Score"}
            name={`${name}.score.value`}
            type="number"
            inputMode="decimal"
            step="any"
            className="w-[8rem]"
            value={Number.isNaN(score.value) ? "" : score.value}
            error={valueError}
            onChange={({ target }) => onChange({ ...criteria, score: { ...score, value: target.valueAsNumber } })}
          />
          <CompactSelect
            label="Which way"
            name={`${name}.score.is`}
            className="w-[6.75rem]"
            value={score.is}
            options={WAYS}
            onChange={({ target }) =>
              onChange({ ...criteria, score: { ...score, is: target.value === "at-least" ? "at-least" : "at-most" } })
            }
          />
        </>
      ) : null}
    </CriteriaPart>
  );
}
