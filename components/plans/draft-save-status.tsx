import { type SaveState, SaveStatus } from "@/components/ui/save-status";
import type { DraftStatus } from "./use-draft-saving";

const SHOWN: Record<DraftStatus["state"], { state: SaveState; words?: string }> = {
  idle: { state: "idle" },
  waiting: { state: "saving", words: "Changed" },
  saving: { state: "saving" },
  saved: { state: "saved", words: "Draft saved" },
  offline: { state: "offline", words: "Not saved yet. We will try again in a moment; keep this page open." },
  invalid: { state: "error", words: "Not saved: please look at the marked fields." },
  conflict: { state: "error", words: "Not saved. What you typed is still here." },
  error: { state: "error" },
};

/** How the draft is doing, told quietly. */
export function DraftSaveStatus({ status, className }: { status: DraftStatus; className?: string }) {
  const { state, words } = SHOWN[status.state];
  return (
    <SaveStatus state={state} className={className}>
      {status.state === "error" ? status.message : words}
    </SaveStatus>
  );
}
