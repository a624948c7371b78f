"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { type FieldPath, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { FieldErrors } from "@/lib/core/errors";
import { planHref } from "@/lib/plans/addresses";
import type { PlanDraftView } from "@/lib/plans/queries/draft";
import { type DraftBody, type DraftInput, draftBodySchema } from "@/lib/plans/schemas";
import { ChangesList, changesInWords } from "./changes-list";
import { ConflictNotice } from "./conflict-notice";
import { DiscardDraft } from "./discard-draft";
import type { DraftActions } from "./draft-actions";
import { useDraftForm } from "./draft-form";
import { DraftSaveStatus } from "./draft-save-status";
import { errorLabels } from "./error-labels";
import type { TitleOf } from "./item-titles";
import { PublishDialog } from "./publish-dialog";
import { useDraftSaving } from "./use-draft-saving";

export type BuilderBarProps = {
  patientId: string;
  planId: string;
  draft: NonNullable<PlanDraftView["draft"]>;
  inForce: PlanDraftView["inForce"];
  titleOf: TitleOf;
  actions: DraftActions;
  /** What is done with the lines that are chosen. */
  top: ReactNode;
  /** The way back and on again. */
  tools: ReactNode;
};

type Wrong = { message?: string; fieldErrors: FieldErrors };

/** Always in sight: whether the text is kept, what it changes, and the ways on from here. */
export function BuilderBar(props: BuilderBarProps) {
  const { patientId, planId, draft, inForce, titleOf, actions, top, tools } = props;
  const router = useRouter();
  const form = useDraftForm();
  const values = useWatch({ control: form.control });
  const saving = useDraftSaving({ form, planId, patientId, revision: draft.revision, body: draft.body, actions });
  const { status, changed, saveNow } = saving;
  const [body, setBody] = useState<DraftBody>(draft.body);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [publishing, setPublishing] = useState<number | null>(null);
  const base = planHref(patientId, planId);

  useEffect(() => {
    const parsed = draftBodySchema.safeParse(values);
    if (parsed.success) {
      setBody(parsed.data);
      setWrong(null);
    }
    changed();
  }, [values, changed]);

  /** Keeps the text, then goes on; what is wrong is said first. */
  const keptThen = async (goOn: (revision: number) => void) => {
    setWrong(null);
    const revision = await saveNow();
    if (revision !== null) return goOn(revision);
    const found = draftBodySchema.safeParse(form.getValues());
    if (!found.success) {
      const issues = found.error.issues.map(({ path, message }) => [path.map(String).join("."), message] as const);
      setWrong({ fieldErrors: Object.fromEntries(issues.reverse()) });
    }
  };
  const refuse = (refused: Wrong) => {
    setPublishing(null);
    setWrong(refused);
    for (const [name, message] of Object.entries(refused.fieldErrors)) {
      form.setError(name as FieldPath<DraftInput>, { message });
    }
  };
  const changes = changesInWords({ inForce, body, titleOf }).length;

  return (
    <div className="sticky bottom-0 z-10 -mx-[min(1rem,4vw)] grid gap-3 border-rule border-t bg-raised px-[min(1rem,4vw)] py-3 md:-mx-8 md:px-8">
      {top}
      {status.state === "conflict" ? (
        <ConflictNotice message={status.message} href={base} onKeepMine={saving.keepMine} />
      ) : null}
      {wrong ? (
        <FormErrorSummary
          message={wrong.message}
          fieldErrors={wrong.fieldErrors}
          labels={errorLabels(Object.keys(wrong.fieldErrors), form.getValues(), titleOf)}
        />
      ) : null}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        {tools}
        <Disclosure summary={inForce ? `What changes (${changes})` : "What is in it"} className="min-w-56 flex-1">
          <div className="max-h-[35dvh] overflow-y-auto">
            <ChangesList inForce={inForce} body={body} titleOf={titleOf} />
          </div>
        </Disclosure>
        <DraftSaveStatus status={status} className="min-h-10" />
        <div className="flex w-full flex-wrap justify-end gap-2 sm:w-auto">
          <DiscardDraft
            isFirst={inForce === null}
            throwAway={saving.throwAway}
            onDone={() => router.push(inForce ? base : `/patients/${patientId}`)}
          />
          <Button variant="secondary" size="sm" onClick={() => keptThen(() => undefined)}>
            Save
          </Button>
          <Button
            variant="secondary"
            size="sm"
            onClick={() => keptThen(() => router.push(planHref(patientId, planId, "preview")))}
          >
            Preview
          </Button>
          <Button size="sm" onClick={() => keptThen(setPublishing)}>
            Publish
          </Button>
        </div>
      </div>
      <PublishDialog
        planId={planId}
        revision={publishing}
        changes={{ inForce, body, titleOf }}
        publish={actions.publish}
        onClose={() => setPublishing(null)}
        onRefused={refuse}
        onPublished={(number) => router.push(`${base}&published=${number}`)}
      />
    </div>
  );
}
