import { optionsOf } from "@/lib/questionnaires/scales";
import { NamedActivity } from "./named-activity";
import type { Look } from "./question-look";
import type { Step } from "./question-steps";
import { ScaleLine } from "./scale-line";
import { ScaleNumbers } from "./scale-numbers";
import { ScaleSlips } from "./scale-slips";
import { ScaleTicks } from "./scale-ticks";
import { tickAnswers, tickStateOf } from "./tick-list";
import type { Asking } from "./use-asking";

export type QuestionInputProps = {
  step: Step;
  asking: Asking;
  look: Look;
  /** Shared by the radios of one question. */
  groupName: string;
  /** Id of the words of the question. */
  labelledBy: string;
};

/** What a question is answered with, by its scale. Nothing is chosen beforehand. */
export function QuestionInput({ step, asking, look, groupName, labelledBy }: QuestionInputProps) {
  const { scale, items, id: itemId } = step;
  const { answers, give } = asking;
  const answer = answers[itemId];
  const value = answer?.value;
  const choose = (chosen: number) => give({ itemId, value: chosen });

  if (scale.kind === "nrs") return <ScaleNumbers name={groupName} scale={scale} value={value} onChoose={choose} />;
  if (scale.kind === "vas") return <ScaleLine scale={scale} value={value} labelledBy={labelledBy} onChoose={choose} />;
  if (scale.kind === "tick") {
    const itemIds = items.map(({ id }) => id);
    return (
      <ScaleTicks
        name={groupName}
        items={items}
        none={scale.none}
        state={tickStateOf(itemIds, answers)}
        look={look}
        onChoose={(choice) => give(...tickAnswers(itemIds, answers, choice))}
      />
    );
  }
  if (scale.kind === "named") {
    return (
      <NamedActivity
        groupName={groupName}
        prompt={scale.prompt}
        scale={scale}
        value={value}
        keptName={answer?.named ?? null}
        typedName={asking.nameOf(itemId)}
        onType={(name) => asking.typeName(itemId, name)}
        onChoose={(chosen, named) => give({ itemId, value: chosen, named })}
      />
    );
  }
  const options = optionsOf(scale, items[0]) ?? [];
  return <ScaleSlips name={groupName} options={options} value={value} look={look} onChoose={choose} />;
}
