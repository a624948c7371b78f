import type { Metadata } from "next";
import { record } from "@/app/(patient)/practice-actions";
import { MediaGallery } from "@/components/library/media-gallery";
import { FigureMoving } from "@/components/movement/figure-moving";
import { ExerciseGuide } from "@/components/practice/exercise-guide";
import { LogScreen } from "@/components/practice/log-screen";
import { LoggedPanel } from "@/components/practice/logged-panel";
import { SavedFooter } from "@/components/practice/save-footer";
import { FocusShell } from "@/components/shell/focus-shell";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { orNotFound, requireActor } from "@/lib/access/session";
import { isMirrored } from "@/lib/movement/sides";
import { type ExerciseView, getExercise } from "@/lib/practice/queries/exercise";

export const metadata: Metadata = { title: "Exercise" };

type Props = {
  params: Promise<{ itemId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function SessionPage({ params, searchParams }: Props) {
  const actor = await requireActor("patient");
  const [{ itemId }, { day, occasion }] = [await params, await searchParams];
  const view = await orNotFound(getExercise(actor, { itemId, day: one(day), occasion: one(occasion) }));
  const closeHref = view.isToday || view.isDue ? "/today" : "/history";
  if (view.state === "open") {
    const { guide: _words, figure: _drawing, media: _pictures, ...loggable } = view;
    return (
      <LogScreen
        key={`${view.key}:${view.day}:${view.occasion}`}
        who={actor.memberId}
        view={loggable}
        timeZone={actor.timeZone}
        closeHref={closeHref}
        record={record}
      >
        <HowTo view={view} />
      </LogScreen>
    );
  }
  return (
    <FocusShell
      title={view.title}
      closeHref={closeHref}
      closeLabel="Close"
      progress={view.position ? { ...view.position, label: "Exercise" } : undefined}
      footer={<SavedFooter next={view.log ? view.next : null} closeHref={closeHref} />}
    >
      <div className="grid gap-6">
        {view.log ? (
          <LoggedPanel
            log={view.log}
            timeZone={actor.timeZone}
            correctHref={view.canCorrect ? `/history/${view.log.id}` : null}
          />
        ) : view.state === "gone" ? (
          <Notice tone="info" title="This exercise is no longer in your plan">
            Your physiotherapist changed your plan. Today shows what to do now.
          </Notice>
        ) : (
          <Notice tone="info" title="This cannot be noted for that day">
            {view.closedBecause}
          </Notice>
        )}
        {view.state === "gone" ? null : (
          <Disclosure summary="How to do it">
            <div className="pt-3">
              <HowTo view={view} />
            </div>
          </Disclosure>
        )}
      </div>
    </FocusShell>
  );
}

/** The drawing on the side that is to work, the clinic's own pictures, and the words. */
function HowTo({ view }: { view: ExerciseView }) {
  const { figure, dose } = view;
  return (
    <div className="grid gap-6">
      {figure ? (
        <FigureMoving
          figure={figure}
          name={view.title}
          mirrored={isMirrored(figure, dose.side)}
          className="figure-stage mx-auto w-full max-w-md rounded-lg bg-sunken p-4"
        />
      ) : null}
      <MediaGallery media={view.media} />
      <ExerciseGuide view={view} />
    </div>
  );
}
