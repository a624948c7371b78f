"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo, useRef, useState } from "react";
import { FormProvider, useFieldArray, useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { PlumbItem, PlumbLine } from "@/components/ui/plumb-line";
import { newId } from "@/lib/core/ids";
import { wholeBody } from "@/lib/plans/draft";
import type { PlanDraftView } from "@/lib/plans/queries/draft";
import { type DraftBody, type DraftInput, draftBodySchema } from "@/lib/plans/schemas";
import type { ScoreChoice } from "@/lib/questionnaires/queries/scores";
import { BuilderBar } from "./builder-bar";
import { BuilderStateContext, BuilderToolsContext, useBuilderTools } from "./builder-tools";
import { BulkBar } from "./bulk-bar";
import { CompactInput } from "./compact-field";
import type { DraftActions } from "./draft-actions";
import { useDraftField, useDraftForm, useErrorAt } from "./draft-form";
import { titlesBy } from "./item-titles";
import type { PicturedItem } from "./library-choice";
import { LibraryPane } from "./library-pane";
import { PhaseSection } from "./phase-section";
import { UndoRedo } from "./undo-redo";
import { useBuilder } from "./use-builder";

export type BuilderProps = {
  patient: PlanDraftView["patient"];
  plan: NonNullable<PlanDraftView["plan"]>;
  draft: NonNullable<PlanDraftView["draft"]>;
  inForce: PlanDraftView["inForce"];
  titles: PlanDraftView["titles"];
  library: readonly PicturedItem[];
  scores: readonly ScoreChoice[];
  actions: DraftActions;
};

/** Where a clinician writes a plan: the library at one side, the plan at the other. Everything is one form, kept as it is written. */
export function Builder({ patient, plan, draft, inForce, titles, library, scores, actions }: BuilderProps) {
  const [first] = useState<DraftInput>(() => wholeBody(draft.body));
  const form = useForm<DraftInput, unknown, DraftBody>({
    resolver: zodResolver(draftBodySchema),
    defaultValues: first,
    mode: "onBlur",
  });
  const box = useRef<HTMLFormElement>(null);
  const titleOf = useMemo(() => titlesBy(titles, library), [titles, library]);
  const { tools, state } = useBuilder({ form, first, library, scores, titleOf, box });
  // A plan just begun takes the place of the list it was chosen from, far down as that may have been.
  const isNew = inForce === null && draft.revision === 1;
  useEffect(() => {
    if (isNew) window.scrollTo({ top: 0 });
  }, [isNew]);
  return (
    <FormProvider {...form}>
      <BuilderToolsContext value={tools}>
        <BuilderStateContext value={state}>
          <form
            ref={box}
            noValidate
            onSubmit={(event) => event.preventDefault()}
            aria-label={`Plan for ${patient.name}`}
          >
            <div className="xl:grid xl:grid-cols-[18rem_minmax(0,1fr)] xl:gap-6">
              <LibraryPane className="sticky top-4 hidden h-[calc(100dvh-9rem)] min-h-80 flex-col self-start xl:flex" />
              <div className="min-w-0 xl:col-start-2">
                <PlanTitle />
                <Phases />
              </div>
            </div>
            <BuilderBar
              patientId={patient.id}
              planId={plan.planId}
              draft={draft}
              inForce={inForce}
              titleOf={titleOf}
              actions={actions}
              top={<BulkBar />}
              tools={<UndoRedo />}
            />
          </form>
        </BuilderStateContext>
      </BuilderToolsContext>
    </FormProvider>
  );
}

function PlanTitle() {
  const title = useDraftField("title");
  return <CompactInput label="Name of the plan" className="mb-6 max-w-xl" {...title} />;
}

function Phases() {
  const { control } = useDraftForm();
  const { focusPhase } = useBuilderTools();
  const { fields, append, remove } = useFieldArray({ control, name: "phases", keyName: "rowId" });
  const error = useErrorAt("phases");
  const add = () => {
    const key = newId();
    append({ key, title: `Phase ${fields.length + 1}`, aim: "", weeks: null, items: [] });
    focusPhase(key);
  };
  return (
    <>
      <PlumbLine label="Phases of the plan">
        {fields.map((field, index) => (
          <PlumbItem key={field.rowId} className="pb-6">
            <PhaseSection
              index={index}
              phaseKey={field.key}
              isFirst={index === 0}
              isLast={index === fields.length - 1}
              onRemove={fields.length > 1 ? () => remove(index) : undefined}
            />
          </PlumbItem>
        ))}
      </PlumbLine>
      <div className="mb-8 grid gap-1.5">
        <Button variant="secondary" icon="plus" name="phases" className="w-fit" onClick={add}>
          Add a phase
        </Button>
        <FieldError id="phases-error">{error}</FieldError>
      </div>
    </>
  );
}
