import { useEffect, useState } from "react";
import type { OutgoingQueue, OutgoingState } from "@/components/offline/outgoing";
import { ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import type { PlayerState } from "@/lib/practice/player-state";
import type { Playlist } from "@/lib/practice/player-steps";
import { doneOfExercise, sessionInWords } from "@/lib/practice/player-words";
import { LONGEST_NOTE } from "@/lib/practice/vocabulary";
import { PlayerButton } from "./player-button";
import { PlayerScale, scaleValue } from "./player-scale";
import { PlayerShell } from "./player-shell";
import { WaitingItems } from "./waiting-items";

type Props = {
  playlist: Playlist;
  state: PlayerState;
  outgoing: OutgoingQueue;
  sending: OutgoingState;
  save: (told: { effortRpe: number | null; note: string }) => Promise<void>;
};

/** What was done, told and not scored; how hard the whole was, for who wants to say; and what still waits to be sent. */
export function PlayerEnd({ playlist, state, outgoing, sending, save }: Props) {
  const [effort, setEffort] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [isSaved, setIsSaved] = useState(false);
  const hasBegun = state.startedAt !== null;
  // Whoever wrote a note stands far down the page, and is taken to the word that it was saved.
  useEffect(() => {
    if (!isSaved) return;
    window.scrollTo({ top: 0 });
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [isSaved]);
  const toToday = (
    <ButtonLink href="/today" size="lg" block className="tap-lg">
      Back to Today
    </ButtonLink>
  );
  return (
    <PlayerShell
      footer={
        isSaved || !hasBegun ? (
          toToday
        ) : (
          <PlayerButton
            onClick={() => {
              void save({ effortRpe: scaleValue(effort), note });
              setIsSaved(true);
            }}
          >
            Save and finish
          </PlayerButton>
        )
      }
    >
      <div className="grid gap-6">
        <div>
          <h1 className="text-2xl">{isSaved ? "Saved. That is it for now." : "What you did"}</h1>
          <p className="mt-1 text-lg">{sessionInWords(playlist, state)}</p>
        </div>
        <ul aria-label="Exercises" className="divide-y divide-rule">
          {playlist.exercises.map((exercise, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an exercise can be in a session twice, and the list never changes.
            <li key={index} className="py-2">
              <p className="font-semibold">{exercise.title}</p>
              <p className="text-ink-soft">{doneOfExercise(playlist, state, index) || "Still on your list"}</p>
            </li>
          ))}
        </ul>
        {hasBegun && !isSaved ? (
          <>
            <PlayerScale
              legend="How hard was it, all in all?"
              name="effortRpe"
              lowLabel="No effort"
              highLabel="As hard as can be"
              value={effort}
              onChange={setEffort}
            />
            <TextArea
              label="Anything to tell your physiotherapist?"
              optional
              rows={3}
              name="note"
              maxLength={LONGEST_NOTE}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </>
        ) : null}
        <WaitingItems outgoing={outgoing} state={sending} />
      </div>
    </PlayerShell>
  );
}
