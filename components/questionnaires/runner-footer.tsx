import { Button } from "@/components/ui/button";

type GoOn = { isLast: boolean; isEditing: boolean; isAnswered: boolean; isLeaving: boolean };

/** Back and on, at the thumb. Going on without an answer is allowed, and says so. */
export function RunnerFooter(props: { formId: string; onBack: (() => void) | null; goOn: GoOn }) {
  const { formId, onBack, goOn } = props;
  const { isLast, isAnswered, isLeaving } = goOn;
  return (
    <div className="flex gap-3">
      {onBack ? (
        <Button variant="secondary" size="lg" icon="arrow-start" onClick={onBack}>
          Back
        </Button>
      ) : null}
      <Button
        type="submit"
        form={formId}
        size="lg"
        className="flex-1"
        variant={isAnswered || isLast ? "primary" : "secondary"}
        pending={isLeaving}
        pendingLabel="Saving your answers"
        iconEnd={isLast ? undefined : "arrow-end"}
      >
        {wordsFor(goOn)}
      </Button>
    </div>
  );
}

function wordsFor({ isLast, isEditing, isAnswered }: GoOn) {
  if (isEditing) return "Back to all my answers";
  if (isLast) return "Check my answers";
  return isAnswered ? "Next" : "Skip for now";
}
