import { Button, ButtonLink } from "@/components/ui/button";

type SaveProps = { formId: string; isSending: boolean; nextTitle: string | null; back: () => void };

/** Under the form: save, and what comes next. */
export function SaveFooter({ formId, isSending, nextTitle, back }: SaveProps) {
  return (
    <div className="grid gap-2">
      <Button type="submit" form={formId} size="lg" block pending={isSending} pendingLabel="Saving" className="tap-lg">
        {nextTitle ? "Save and go on" : "Save"}
      </Button>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <Button variant="quiet" size="sm" icon="arrow-start" onClick={back} className="min-h-11">
          How to do it
        </Button>
        <Next title={nextTitle} />
      </div>
    </div>
  );
}

/** Once it is saved: on to the next thing, or back to the day. */
export function SavedFooter({ href, nextTitle }: { href: string; nextTitle: string | null }) {
  return (
    <div className="grid gap-2">
      <ButtonLink href={href} size="lg" block iconEnd="arrow-end" className="tap-lg">
        {nextTitle ? "Go on" : "Back to Today"}
      </ButtonLink>
      <Next title={nextTitle} />
    </div>
  );
}

function Next({ title }: { title: string | null }) {
  return title ? <p className="min-w-0 text-ink-soft text-sm">Next: {title}</p> : null;
}
