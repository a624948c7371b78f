import type { Metadata } from "next";
import { resume } from "@/app/pause-actions";
import { KeepPages } from "@/components/offline/keep-pages";
import { ResumeButton } from "@/components/plans/pause-resume";
import { AsNeededList } from "@/components/practice/as-needed-list";
import { TodayList } from "@/components/practice/today-list";
import { TodayNotice } from "@/components/practice/today-notice";
import { TodayResting } from "@/components/practice/today-resting";
import { WaitingToSend } from "@/components/practice/waiting-to-send";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { orNotFound, requireActor } from "@/lib/access/session";
import { formatDay } from "@/lib/core/calendar";
import { offlineAddresses } from "@/lib/practice/offline-addresses";
import { getToday } from "@/lib/practice/queries/today";
import { remainingInWords } from "@/lib/practice/today-words";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const actor = await requireActor("patient");
  const today = await orNotFound(getToday(actor, {}));
  const hasList = [today.exercises, today.reading, today.questions, today.done].some((list) => list.length > 0);
  return (
    <>
      <PageHeader eyebrow={formatDay(today.day)} title="Today" lead={remainingInWords(today) || undefined} />
      <WaitingToSend who={actor.memberId} day={today.day} now={today.now} />
      <KeepPages session={actor.sessionId} addresses={offlineAddresses(today)} />
      <TodayNotice
        today={today}
        resting={today.resting}
        resume={
          actor.patientId ? (
            <div className="mt-2">
              <ResumeButton patientId={actor.patientId} resume={resume} />
            </div>
          ) : null
        }
      />
      {today.state === "paused" ? null : <TodayResting resting={today.resting} />}
      {hasList ? <TodayList today={today} who={actor.memberId} /> : null}
      <AsNeededList items={today.asNeeded} />
      {today.state === "none" || today.state === "before" ? null : (
        <p className="mt-6 flex flex-wrap gap-x-6">
          <TextLink href="/history" className="tap inline-flex items-center">
            Your days so far
          </TextLink>
          <TextLink href="/handout" className="tap inline-flex items-center">
            Print my plan
          </TextLink>
        </p>
      )}
      {today.next ? (
        <div className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-10 -mx-2 bg-linear-to-t from-75% from-paper to-transparent px-2 pt-7 pb-3 max-[20em]:static md:bottom-0 md:pb-8">
          <ButtonLink href={today.next.href} size="lg" block iconEnd="arrow-end" className="tap-lg">
            {today.next.label}
          </ButtonLink>
        </div>
      ) : null}
    </>
  );
}
