import { afterEach, expect, test, vi } from "vitest";
import { createAudio } from "@/components/practice/player-audio";
import type { Cue } from "@/lib/practice/player-cues";

/** A device that notes what it is asked to sound, shake and say. */
function device({ isAllowed = true } = {}) {
  const noted = {
    tones: 0,
    shakes: [] as number[][],
    said: [] as string[],
    closed: 0,
    contexts: [] as { state: string }[],
  };
  class Context {
    state = "suspended";
    currentTime = 0;
    destination = {};
    constructor() {
      noted.contexts.push(this);
    }
    async resume() {
      if (!isAllowed) throw new Error("not allowed");
      this.state = "running";
    }
    async close() {
      noted.closed += 1;
    }
    createOscillator() {
      const tone = {
        frequency: { value: 0 },
        connect: (next: unknown) => next,
        start: () => {
          noted.tones += 1;
        },
        stop: () => undefined,
      };
      return tone;
    }
    createGain() {
      const gain = { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined };
      return { gain, connect: (next: unknown) => next };
    }
  }
  class Utterance {
    lang = "";
    constructor(readonly text: string) {}
  }
  const speechSynthesis = {
    getVoices: () => [],
    cancel: () => undefined,
    speak: ({ text }: Utterance) => noted.said.push(text),
  };
  vi.stubGlobal("AudioContext", Context);
  vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
  vi.stubGlobal("window", { AudioContext: Context, SpeechSynthesisUtterance: Utterance, speechSynthesis });
  vi.stubGlobal("navigator", { vibrate: (pattern: number[]) => noted.shakes.push(pattern) });
  return noted;
}

afterEach(() => vi.unstubAllGlobals());

const ALL = { sound: true, vibration: true, voice: true, isPaced: true };
const GO: Cue = { sound: "go", say: "Go." };

test("a set that begins is heard, felt and said, each as it is switched and without the others", async () => {
  for (const off of ["sound", "vibration", "voice"] as const) {
    const noted = device();
    const audio = createAudio();
    audio.unlock();
    await Promise.resolve();
    audio.cue(GO, ALL);
    expect(noted).toMatchObject({ tones: 1, shakes: [[220]], said: ["Go."] });
    audio.cue(GO, { ...ALL, [off]: false });
    expect([noted.tones, noted.shakes.length, noted.said.length]).toEqual([
      off === "sound" ? 1 : 2,
      off === "vibration" ? 1 : 2,
      off === "voice" ? 1 : 2,
    ]);
    audio.close();
    expect(noted.closed).toBe(1);
  }
});

test("a phone that was locked sounds again when somebody comes back", async () => {
  const noted = device();
  const audio = createAudio();
  audio.wake();
  audio.cue(GO, ALL);
  audio.unlock();
  await Promise.resolve();
  for (const context of noted.contexts) context.state = "interrupted";
  audio.cue(GO, ALL);
  expect(noted.tones).toBe(0);
  audio.wake();
  await Promise.resolve();
  audio.cue(GO, ALL);
  expect([noted.tones, noted.contexts.length]).toEqual([1, 1]);
});

test("the last three seconds tick, and shake nothing", async () => {
  const noted = device();
  const audio = createAudio();
  audio.unlock();
  await Promise.resolve();
  audio.cue({ sound: "tick", say: null }, ALL);
  expect(noted).toMatchObject({ tones: 1, shakes: [], said: [] });
});

test("before anything was pressed, and where the browser refuses, it is silent and goes on", async () => {
  const noted = device({ isAllowed: false });
  const audio = createAudio();
  audio.cue(GO, ALL);
  audio.unlock();
  await Promise.resolve();
  audio.cue(GO, ALL);
  expect(noted).toMatchObject({ tones: 0, said: ["Go.", "Go."] });
});

test("a device without sound, voice or a motor goes on without them", () => {
  device();
  vi.stubGlobal("window", {});
  vi.stubGlobal("navigator", {});
  const audio = createAudio();
  audio.unlock();
  audio.cue(GO, ALL);
  audio.hush();
  audio.close();
});
