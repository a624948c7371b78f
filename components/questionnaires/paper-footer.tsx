import { type Control, useWatch } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { questionCount } from "@/lib/questionnaires/asked-questions";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { enteredCount, type PaperValues } from "./paper-values";

type Props = {
  control: Control<PaperValues>;
  instrument: Pick<Instrument, "scale" | "subscales">;
  isCorrection: boolean;
  pending: boolean;
  cancelHref: string;
};

/** How far one is, and the way to save, always in sight. */
export function PaperFooter({ control, instrument, isCorrection, pending, cancelHref }: Props) {
  const entered = enteredCount(instrument, useWatch({ control, name: "answers" }));
  return (
    <div className="sticky bottom-0 -mx-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-t bg-paper px-2 py-3">
      <p role="status" className="numeric me-auto font-semibold">
        {entered} of {questionCount(instrument)} entered
      </p>
      <ButtonLink href={cancelHref} variant="quiet">
        Cancel
      </ButtonLink>
      <Button type="submit" data-save pending={pending} pendingLabel="Saving…">
        {isCorrection ? "Save the correction" : "Save these answers"}
      </Button>
    </div>
  );
}
