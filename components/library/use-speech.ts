import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { chosenVoice, type SpokenPiece } from "@/lib/library/read-aloud";

export type SpeechState = "idle" | "playing" | "paused" | "failed";
/** "unknown" until the page runs in a browser. */
export type SpeechSupport = "unknown" | "yes" | "no";

/** Milliseconds a voice may take to begin: a browser without any voice says nothing, and does not say that either. */
const PATIENCE = 10_000;

const never = () => () => undefined;

function useSupport(): SpeechSupport {
  return useSyncExternalStore<SpeechSupport>(
    never,
    () => ("speechSynthesis" in window && "SpeechSynthesisUtterance" in window ? "yes" : "no"),
    () => "unknown",
  );
}

/**
 * Reads pieces of text aloud with the browser's own voice, one after the other. A pause ends the piece that is being said, and
 * playing begins it again: browsers on phones cannot hold a voice in the middle of a word. Leaving the page ends it.
 */
export function useSpeech(pieces: readonly SpokenPiece[], onPart: (slug: string | null) => void) {
  const support = useSupport();
  const [state, setState] = useState<SpeechState>("idle");
  const [rate, setRate] = useState(1);
  const next = useRef({ at: 0, rate: 1 });
  // Held here, or some browsers throw the words away while they are being said, and their events with them.
  const saying = useRef<SpeechSynthesisUtterance | null>(null);
  const waiting = useRef<number | undefined>(undefined);

  const hush = useCallback(() => {
    saying.current = null;
    window.clearTimeout(waiting.current);
    if ("speechSynthesis" in window) window.speechSynthesis.cancel();
  }, []);

  const end = useCallback(
    (how: SpeechState) => {
      hush();
      setState(how);
      if (how === "paused") return;
      next.current.at = 0;
      onPart(null);
    },
    [hush, onPart],
  );

  const say = useCallback(() => {
    hush();
    const piece = pieces[next.current.at];
    if (!piece) {
      end("idle");
      return;
    }
    const words = new SpeechSynthesisUtterance(piece.text);
    const voice = chosenVoice(window.speechSynthesis.getVoices());
    words.lang = voice?.lang ?? "en-GB";
    if (voice) words.voice = voice;
    words.rate = next.current.rate;
    const isOurs = () => saying.current === words;
    words.onstart = () => {
      if (isOurs()) window.clearTimeout(waiting.current);
    };
    words.onend = () => {
      if (!isOurs()) return;
      next.current.at += 1;
      say();
    };
    words.onerror = () => {
      if (isOurs()) end("failed");
    };
    saying.current = words;
    waiting.current = window.setTimeout(() => end("failed"), PATIENCE);
    setState("playing");
    onPart(piece.slug);
    window.speechSynthesis.speak(words);
  }, [pieces, onPart, hush, end]);

  useEffect(() => {
    window.addEventListener("pagehide", hush);
    return () => {
      window.removeEventListener("pagehide", hush);
      hush();
    };
  }, [hush]);

  return {
    support,
    state,
    rate,
    play: say,
    pause: () => end("paused"),
    stop: () => end("idle"),
    setRate(chosen: number) {
      next.current.rate = chosen;
      setRate(chosen);
      if (state === "playing") say();
    },
  };
}

export type Speech = ReturnType<typeof useSpeech>;
