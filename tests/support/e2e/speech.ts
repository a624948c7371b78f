import type { Page } from "@playwright/test";

/** Something the page asked the browser to say. */
export type Said = { text: string; rate: number; voice: string };

type Stub = { said: Said[]; isSpeaking: () => boolean; finish: () => void };
type StubbedWindow = Window & { spoken: Stub };

/**
 * Puts a mute voice in the place of the browser's, before any page of this tab loads: it notes what it is asked to say, and
 * says it until it is told to finish.
 */
export async function muteSpeech(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Words = {
      text: string;
      rate: number;
      voice: { name: string } | null;
      onstart?: () => void;
      onend?: () => void;
    };
    class Utterance {
      rate = 1;
      voice = null;
      constructor(readonly text: string) {}
    }
    const voices = [
      { name: "Anna", lang: "de-DE", localService: true, default: true },
      { name: "Sam", lang: "en-US", localService: true, default: false },
      { name: "Kate", lang: "en-GB", localService: true, default: false },
    ];
    const said: { text: string; rate: number; voice: string }[] = [];
    let saying: Words | null = null;
    const speech = {
      getVoices: () => voices,
      speak(words: Words) {
        said.push({ text: words.text, rate: words.rate, voice: words.voice?.name ?? "" });
        saying = words;
        words.onstart?.();
      },
      cancel() {
        saying = null;
      },
    };
    const finish = () => {
      const words = saying;
      saying = null;
      words?.onend?.();
    };
    const put = (name: string, value: unknown) => Object.defineProperty(window, name, { value, configurable: true });
    put("speechSynthesis", speech);
    put("SpeechSynthesisUtterance", Utterance);
    put("spoken", { said, isSpeaking: () => saying !== null, finish });
  });
}

/** Takes the voice away altogether, as in a browser that has none. */
export async function removeSpeech(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ["speechSynthesis", "SpeechSynthesisUtterance"]) Reflect.deleteProperty(window, name);
  });
}

/** All that the page asked to have said so far. */
export function saidOn(page: Page): Promise<Said[]> {
  return page.evaluate(() => (window as unknown as StubbedWindow).spoken.said);
}

export function isSpeaking(page: Page): Promise<boolean> {
  return page.evaluate(() => (window as unknown as StubbedWindow).spoken.isSpeaking());
}

/** The voice comes to the end of what it is saying. */
export async function finishSaying(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as StubbedWindow).spoken.finish());
}
