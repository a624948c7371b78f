"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { FormProvider, useFieldArray, useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { PlumbItem, PlumbLine } from "@/components/ui/plumb-line";
import { newId } from "@/lib/core/ids";
import type { PlanDraftView } from "@/lib/plans/queries/draft";
import { type DraftBody, type DraftInput, draftBodySchema } from "@/lib/plans/schemas";
import type { PicturedItem } from "./add-item-dialog";
import { BuilderBar } from "./builder-bar";
import { CompactInput } from "./compact-field";
import type { DraftActions } from "./draft-actions";
import { useDraftField, useDraftForm } from "./draft-form";
import { type TitleOf, titlesBy } from "./item-titles";
import { PhaseSection } from "./phase-section";

export type BuilderProps = {
  patient: PlanDraftView["patient"];
  plan: NonNullable<PlanDraftView["plan"]>;
  draft: NonNullable<PlanDraftView["draft"]>;
  inForce: PlanDraftView["inForce"];
  titles: PlanDraftView["titles"];
  library: readonly PicturedItem[];
  actions: DraftActions;
};

/** Where a clinician writes a plan. Everything is one form; it is kept on the server as it is written. */
export function Builder({ patient, plan, draft, inForce, titles, library, actions }: BuilderProps) {
  const form = useForm<DraftInput, unknown, DraftBody>({
    resolver: zodResolver(draftBodySchema),
    defaultValues: draft.body,
    mode: "onBlur",
  });
  const titleOf = titlesBy(titles, library);
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => event.preventDefault()} aria-label={`Plan for ${patient.name}`}>
        <PlanTitle />
        <Phases library={library} titleOf={titleOf} />
        <BuilderBar
          patientId={patient.id}
          planId={plan.planId}
          draft={draft}
          inForce={inForce}
          titleOf={titleOf}
          actions={actions}
        />
      </form>
    </FormProvider>
  );
}

function PlanTitle() {
  const title = useDraftField("title");
  return <CompactInput label="Name of the plan" className="mb-6 max-w-xl" {...title} />;
}

function Phases({ library, titleOf }: { library: readonly PicturedItem[]; titleOf: TitleOf }) {
  const { control } = useDraftForm();
  const { fields, append, remove } = useFieldArray({ control, name: "phases", keyName: "rowId" });
  return (
    <>
      <PlumbLine label="Phases of the plan">
        {fields.map((field, index) => (
          <PlumbItem key={field.rowId} className="pb-6">
            <PhaseSection
              index={index}
              library={library}
              titleOf={titleOf}
              onRemove={fields.length > 1 ? () => remove(index) : undefined}
            />
          </PlumbItem>
        ))}
      </PlumbLine>
      <Button
        variant="secondary"
        icon="plus"
        className="mb-8"
        onClick={() => append({ key: newId(), title: `Phase ${fields.length + 1}`, aim: "", weeks: null, items: [] })}
      >
        Add a phase
      </Button>
    </>
  );
}
