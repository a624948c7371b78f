"use client";

import { Button } from "@/components/ui/button";
import { SPEEDS } from "@/lib/library/read-aloud";
import type { Speech } from "./use-speech";

/** Play, pause and stop, and how fast; only where the browser can speak. */
export function ListenControls({ speech }: { speech: Speech }) {
  const { support, state, rate, play, pause, stop, setRate } = speech;
  if (support !== "yes") return null;
  if (state === "idle" || state === "failed") {
    return (
      <Button size="sm" variant="secondary" icon="listen" onClick={play}>
        Listen
      </Button>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {state === "playing" ? (
        <Button size="sm" variant="secondary" icon="pause" onClick={pause}>
          Pause
        </Button>
      ) : (
        <Button size="sm" variant="secondary" icon="play" onClick={play}>
          Play
        </Button>
      )}
      <Button size="sm" variant="secondary" icon="stop" onClick={stop}>
        Stop
      </Button>
      <fieldset className="flex gap-1">
        <legend className="sr-only">Speed</legend>
        {SPEEDS.map((speed) => (
          <button
            key={speed.rate}
            type="button"
            aria-pressed={rate === speed.rate}
            aria-label={`${speed.rate}, ${speed.word}`}
            onClick={() => setRate(speed.rate)}
            className="tap numeric rounded-sm border border-rule-strong bg-raised px-2 font-semibold text-sm hover:border-teal aria-pressed:border-2 aria-pressed:border-teal aria-pressed:bg-teal-wash aria-pressed:text-teal-ink"
          >
            {speed.rate}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

/** Says in a sentence why nothing is read aloud, where that is so. */
export function NoSpeech({ support, state }: Pick<Speech, "support" | "state">) {
  const words =
    support === "no"
      ? "This browser cannot read the article aloud. Another one may."
      : state === "failed"
        ? "Reading aloud did not work. This device may have no voice for it."
        : "";
  return (
    <p role="status" className={words === "" ? "sr-only" : "mb-5 text-ink-soft text-sm"}>
      {words}
    </p>
  );
}
