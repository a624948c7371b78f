import { chosenVoice } from "@/lib/library/read-aloud";
import type { Cue, Sound } from "@/lib/practice/player-cues";
import type { PlayerSettings } from "./player-settings";

/** Hertz, seconds and loudness (0 to 1) of each sound, made on the spot: there are no files. */
const TONES: Record<Sound, readonly { hertz: number; seconds: number; loud: number; after?: number }[]> = {
  tick: [{ hertz: 660, seconds: 0.09, loud: 0.35 }],
  go: [{ hertz: 990, seconds: 0.35, loud: 0.4 }],
  end: [
    { hertz: 784, seconds: 0.16, loud: 0.35 },
    { hertz: 523, seconds: 0.3, loud: 0.35, after: 0.17 },
  ],
  count: [{ hertz: 784, seconds: 0.06, loud: 0.25 }],
  turn: [{ hertz: 440, seconds: 0.04, loud: 0.15 }],
};

/** Milliseconds on and off, in turn. */
const BUZZES: Record<Sound, readonly number[]> = { tick: [], go: [220], end: [120, 80, 120], count: [40], turn: [] };

/** Makes what a session lets one hear and feel, as far as the device can. A browser lets it sound once something was pressed. */
export function createAudio() {
  let context: AudioContext | null = null;
  // Held here, or some browsers throw the words away while they are being said.
  let saying: SpeechSynthesisUtterance | null = null;

  function play(sound: Sound) {
    if (context?.state !== "running") return;
    for (const { hertz, seconds, loud, after = 0 } of TONES[sound]) {
      const begin = context.currentTime + after;
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(loud, begin);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + seconds);
      tone.connect(volume).connect(context.destination);
      tone.start(begin);
      tone.stop(begin + seconds);
    }
  }

  function hush() {
    saying = null;
    if ("speechSynthesis" in window) window.speechSynthesis.cancel();
  }

  function say(text: string) {
    if (!("speechSynthesis" in window && "SpeechSynthesisUtterance" in window)) return;
    hush();
    const words = new SpeechSynthesisUtterance(text);
    const voice = chosenVoice(window.speechSynthesis.getVoices());
    words.lang = voice?.lang ?? "en-GB";
    if (voice) words.voice = voice;
    saying = words;
    window.speechSynthesis.speak(saying);
  }

  /** After a call or a locked screen some phones hold the sound back until they are asked. */
  function wake() {
    // A browser that refuses stays silent; what is heard is also seen.
    if (context && context.state !== "running") context.resume().catch(() => undefined);
  }

  return {
    /** To be called when something is pressed. */
    unlock() {
      if (!context && "AudioContext" in window) context = new AudioContext();
      wake();
    },
    /** To be called when somebody comes back to the page. */
    wake,
    cue({ sound, say: words }: Cue, { sound: isAudible, vibration, voice }: PlayerSettings) {
      if (sound && isAudible) play(sound);
      if (sound && vibration && BUZZES[sound].length > 0) navigator.vibrate?.([...BUZZES[sound]]);
      if (words && voice) say(words);
    },
    hush,
    close() {
      hush();
      void context?.close();
      context = null;
    },
  };
}
