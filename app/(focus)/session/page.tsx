import type { Metadata } from "next";
import { Player } from "@/components/practice/player";
import { drawnFor } from "@/components/practice/player-drawn";
import { FocusShell } from "@/components/shell/focus-shell";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { orNotFound, requireActor } from "@/lib/access/session";
import { lineName } from "@/lib/practice/line-name";
import { getPlayer, type PlayerExercise } from "@/lib/practice/queries/player";

export const metadata: Metadata = { title: "Session" };

export default async function SessionPage() {
  const actor = await requireActor("patient");
  const { day, now, exercises } = await orNotFound(getPlayer(actor, {}));
  const byName = <T,>(of: (exercise: PlayerExercise) => T) =>
    Object.fromEntries(exercises.map((exercise) => [lineName(exercise), of(exercise)]));
  return (
    <Player
      who={actor.memberId}
      day={day}
      now={now}
      lines={exercises.map(
        ({
          note: _note,
          rangeLimit: _limit,
          guide: _guide,
          figure: _figure,
          media: _media,
          easierShown: _easier,
          ...line
        }) => line,
      )}
      remarks={byName(({ note, rangeLimit }) => ({ note, rangeLimit }))}
      pictures={byName(drawnFor)}
      nothing={<NothingToDo />}
    />
  );
}

function NothingToDo() {
  return (
    <FocusShell
      title="Session"
      closeHref="/today"
      closeLabel="Close"
      footer={
        <ButtonLink href="/today" size="lg" block className="tap-lg">
          Back to Today
        </ButtonLink>
      }
    >
      <EmptyState icon="check" title="No exercises are waiting">
        Today shows what else there is, and when your next exercises are.
      </EmptyState>
    </FocusShell>
  );
}
