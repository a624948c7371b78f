import type { Metadata } from "next";
import { correct } from "@/app/(patient)/practice-actions";
import { CorrectScreen } from "@/components/practice/correct-screen";
import { LoggedPanel } from "@/components/practice/logged-panel";
import { FocusShell } from "@/components/shell/focus-shell";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { orNotFound, requireActor } from "@/lib/access/session";
import { formatDay } from "@/lib/core/calendar";
import { getLog } from "@/lib/practice/queries/logs";

export const metadata: Metadata = { title: "Correct a day" };

type Props = { params: Promise<{ logId: string }> };

export default async function LogPage({ params }: Props) {
  const actor = await requireActor("patient");
  const { logId } = await params;
  const log = await orNotFound(getLog(actor, { logId }));
  if (!log.replacedById && log.isCorrectable) {
    return (
      <CorrectScreen
        who={actor.memberId}
        log={log}
        closeHref="/history"
        dayWords={formatDay(log.dueOn)}
        correct={correct}
      />
    );
  }
  const newest = log.replacedById ? `/history/${log.replacedById}` : null;
  return (
    <FocusShell
      title={log.title}
      closeHref="/history"
      closeLabel="Close"
      footer={
        <ButtonLink href={newest ?? "/history"} size="lg" block className="tap-lg">
          {newest ? "Show the newest" : "Back to your days"}
        </ButtonLink>
      }
    >
      <div className="grid gap-5">
        <Notice tone="info" title={newest ? "You corrected this since" : "This is more than 14 days ago"}>
          {newest
            ? "What you told us first is kept, and the newest counts."
            : "It can no longer be changed here. If something is wrong, tell your clinic."}
        </Notice>
        <LoggedPanel log={log} timeZone={actor.timeZone} correctHref={null} />
      </div>
    </FocusShell>
  );
}
