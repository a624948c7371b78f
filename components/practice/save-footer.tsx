import { Button, ButtonLink } from "@/components/ui/button";

type SaveProps = { formId: string; isSending: boolean; hasNext: boolean; back: () => void };

/** Under the form: save, and go on to the next exercise if there is one. */
export function SaveFooter({ formId, isSending, hasNext, back }: SaveProps) {
  return (
    <div className="grid gap-2">
      <Button type="submit" form={formId} size="lg" block pending={isSending} pendingLabel="Saving" className="tap-lg">
        {hasNext ? "Save and go on" : "Save"}
      </Button>
      <Button variant="quiet" icon="arrow-start" onClick={back}>
        How to do it
      </Button>
    </div>
  );
}

/** Once it is saved: on to the next exercise, or back. */
export function SavedFooter({ next, closeHref }: { next: { href: string; title: string } | null; closeHref: string }) {
  const back = closeHref === "/today" ? "Back to Today" : "Back to your days";
  return (
    <ButtonLink href={next?.href ?? closeHref} size="lg" block iconEnd="arrow-end" className="tap-lg">
      {next ? `Next: ${next.title}` : back}
    </ButtonLink>
  );
}
