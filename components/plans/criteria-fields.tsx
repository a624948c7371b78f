"use client";

import { Controller } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";
import { firstCriteria } from "@/lib/plans/criteria";
import type { CriteriaInput } from "@/lib/plans/criteria-schema";
import { useBuilderTools } from "./builder-tools";
import { CompactArea } from "./compact-field";
import { CountField } from "./count-field";
import { CriteriaPart } from "./criteria-part";
import { CriteriaScore } from "./criteria-score";
import { useDraftForm, useErrorAt } from "./draft-form";
import { IconButton } from "./icon-button";

type Fields = {
  name: `phases.${number}.criteria`;
  criteria: CriteriaInput;
  onChange: (next: CriteriaInput | null) => void;
};

/** When to think of moving on from a phase: asked for or not, and then each part of it in place. */
export function CriteriaFields({ index, isWaitedFor }: { index: number; isWaitedFor: boolean }) {
  const { control } = useDraftForm();
  return (
    <Controller
      control={control}
      name={`phases.${index}.criteria`}
      render={({ field: { name, value, onChange } }) =>
        value ? (
          <AllFields name={name} criteria={value} onChange={onChange} isWaitedFor={isWaitedFor} />
        ) : (
          <Button variant="quiet" icon="flag" className="mt-2 w-fit" onClick={() => onChange(firstCriteria())}>
            Say when to move on
          </Button>
        )
      }
    />
  );
}

function AllFields({ name, criteria, onChange, isWaitedFor }: Fields & { isWaitedFor: boolean }) {
  const { scores } = useBuilderTools();
  const { painAtMost, repetitionsReached } = criteria;
  return (
    <fieldset className="relative mt-3 rounded-md bg-sunken px-3 pt-2.5 pb-3">
      <legend className="float-start mb-1 flex items-center gap-1.5 pe-12 font-semibold text-sm">
        <Icon name="flag" className="size-4 text-teal-ink" />
        Think of moving on when
      </legend>
      <IconButton
        icon="trash"
        label="Take out when to move on"
        onClick={() => onChange(null)}
        className="absolute end-1 top-0.5"
      />
      <div className="clear-both grid gap-x-6 gap-y-1">
        <CriteriaPart
          label="Pain stays low"
          isAsked={painAtMost !== null}
          onAsk={(isAsked) => onChange({ ...criteria, painAtMost: isAsked ? firstCriteria().painAtMost : null })}
        >
          {painAtMost ? (
            <>
              <CountField
                label="At most, of 10"
                name={`${name}.painAtMost.value`}
                className="w-[8.5rem]"
                min={0}
                max={10}
                value={painAtMost.value}
                onCount={(value) => onChange({ ...criteria, painAtMost: { ...painAtMost, value } })}
              />
              <CountField
                label="In the last sessions"
                name={`${name}.painAtMost.sessions`}
                className="w-[8.5rem]"
                max={30}
                value={painAtMost.sessions}
                onCount={(sessions) => onChange({ ...criteria, painAtMost: { ...painAtMost, sessions } })}
              />
            </>
          ) : null}
        </CriteriaPart>
        <CriteriaPart
          label="Every exercise was done in full the last time"
          isAsked={repetitionsReached}
          onAsk={(isAsked) => onChange({ ...criteria, repetitionsReached: isAsked })}
        />
        {scores.length > 0 || criteria.score ? (
          <CriteriaScore name={name} criteria={criteria} onChange={onChange} />
        ) : null}
        <NothingAsked name={name} criteria={criteria} />
        <CompactArea
          label="Where the idea comes from"
          rows={2}
          maxLength={500}
          name={`${name}.source`}
          value={criteria.source}
          error={useErrorAt(`${name}.source`)}
          onChange={({ target }) => onChange({ ...criteria, source: target.value })}
        />
      </div>
      {isWaitedFor ? (
        <p className="measure mt-2 text-ink-soft text-sm">
          With no number of weeks, this phase goes on until you decide. You are told when all of this is met. To move on
          sooner, write under Weeks how long it lasted.
        </p>
      ) : null}
    </fieldset>
  );
}

/** What is wrong when nothing is asked for is told where the first thing stands. */
function NothingAsked({ name, criteria }: Pick<Fields, "name" | "criteria">) {
  const error = useErrorAt(`${name}.painAtMost`);
  return <FieldError id={`${name}-error`}>{criteria.painAtMost === null ? error : undefined}</FieldError>;
}
