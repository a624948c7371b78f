import type { PlayerEvent } from "@/lib/practice/player";
import { SKIP_REASON_WORDS, SKIP_REASONS } from "@/lib/practice/vocabulary";
import { PlayerButton } from "./player-button";
import { PlayerShell } from "./player-shell";
import { PlayerToggles } from "./player-toggles";

export type PanelName = "skip" | "leave" | "options";

type Props = {
  name: PanelName;
  /** The exercise it was opened over. */
  title: string;
  /** Sends something and stays, or leaves with it. */
  send: (event: PlayerEvent) => void;
  leave: (event: PlayerEvent) => void;
  close: () => void;
};

/** What can be opened over a session: skipping with a reason, finishing early, sound and pace. */
export function PlayerPanel({ name, ...panel }: Props) {
  if (name === "skip") return <SkipPanel {...panel} />;
  return name === "leave" ? <LeavePanel {...panel} /> : <OptionsPanel {...panel} />;
}

function SkipPanel({ title, leave, close }: Omit<Props, "name">) {
  return (
    <PlayerShell footer={<PlayerButton onClick={close}>Back to the exercise</PlayerButton>}>
      <h1 className="text-2xl">Skip this exercise?</h1>
      <p className="mt-1 mb-5 text-ink-soft">{title}. What you did of it is kept. What got in the way?</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {SKIP_REASONS.map((reason) => (
          <li key={reason}>
            <PlayerButton variant="secondary" block onClick={() => leave({ do: "skip", reason })}>
              {SKIP_REASON_WORDS[reason]}
            </PlayerButton>
          </li>
        ))}
      </ul>
    </PlayerShell>
  );
}

function LeavePanel({ leave, close }: Omit<Props, "name">) {
  return (
    <PlayerShell
      footer={<PlayerButton onClick={() => leave({ do: "finish" })}>Finish and keep what I did</PlayerButton>}
      under={
        <PlayerButton variant="secondary" onClick={close}>
          Carry on
        </PlayerButton>
      }
    >
      <h1 className="text-2xl">Finish here?</h1>
      <p className="mt-2">
        What you did is kept. Exercises you have not begun stay on today's list, and you can come back to them.
      </p>
    </PlayerShell>
  );
}

function OptionsPanel({ send, close }: Omit<Props, "name">) {
  return (
    <PlayerShell footer={<PlayerButton onClick={close}>Back to the exercise</PlayerButton>}>
      <h1 className="mb-5 text-2xl">Sound and pace</h1>
      <PlayerToggles onChange={({ isPaced }) => isPaced !== undefined && send({ do: "pace", isPaced })} />
      <p className="mt-5 text-ink-soft">
        With a keyboard: space pauses and goes on, the arrows go back and on, and Enter counts a repetition.
      </p>
    </PlayerShell>
  );
}
