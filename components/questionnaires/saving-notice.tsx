import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SaveStatus } from "@/components/ui/save-status";
import type { QueueState } from "./answer-queue";

const SHORT_WORDS = { offline: "No connection", error: "Not saved yet" };

/** How saving is doing, short enough for the head of a phone's screen. */
export function SavingStatus({ state: { status } }: { state: QueueState }) {
  const words = status === "offline" || status === "error" ? SHORT_WORDS[status] : undefined;
  return (
    <SaveStatus state={status} className="flex-none">
      {words}
    </SaveStatus>
  );
}

/** What the person should know before they go on: a newer answer from elsewhere, or an answer that was refused. */
export function SavingNotice(props: {
  state: QueueState;
  overruledText: string | null;
  refusedText: string | null;
  listHref: string;
}) {
  const { state, overruledText, refusedText, listHref } = props;
  return (
    <div className="mb-5 grid gap-3 empty:hidden">
      {overruledText ? (
        <Notice tone="info" live title="You gave a newer answer on another device">
          <p>We kept the newer one for “{overruledText}”. Choose again here if you want to change it.</p>
        </Notice>
      ) : null}
      {state.message ? (
        <Notice
          tone="caution"
          live
          title={state.message}
          actions={
            state.closed ? (
              <ButtonLink href={listHref} variant="secondary">
                See all my questions
              </ButtonLink>
            ) : undefined
          }
        >
          {refusedText ? <p>Your answer to “{refusedText}” was not kept.</p> : null}
        </Notice>
      ) : null}
    </div>
  );
}

/** How many answers wait on this device, and a way to try at once. */
export function UnsavedNotice({ state, onRetry }: { state: QueueState; onRetry: () => void }) {
  const { status, waiting, closed } = state;
  if (closed || waiting === 0 || (status !== "offline" && status !== "error")) return null;
  return (
    <div className="mt-5 flex flex-wrap items-center gap-3">
      <Button variant="secondary" size="sm" onClick={onRetry}>
        Try to save now
      </Button>
      <p className="text-ink-soft text-sm">
        {waiting === 1 ? "1 answer is" : `${waiting} answers are`} kept on this device and not saved yet. You can go on.
      </p>
    </div>
  );
}
