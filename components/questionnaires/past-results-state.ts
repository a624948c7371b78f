"use client";

import { useRef, useState } from "react";
import { newId } from "@/lib/core/ids";
import { type ChosenFile, readChosen } from "./instrument-file";
import { bringFileIn, type Checked, checkFile } from "./past-results-answers";
import { countsOf, type PastFindings } from "./past-results-steps";

/** How far a file has come. `id` names the import: sent again under it, nothing is brought in twice. */
type Step =
  | { at: "choosing"; problem?: string }
  | { at: "checking" }
  | { at: "checked"; checked: Checked; id: string; refusal?: string }
  | { at: "sending"; found: PastFindings; id: string; done: number; of: number }
  | { at: "cut"; found: PastFindings; id: string }
  | { at: "done"; found: PastFindings; outcome: { added: number; known: number } };

/** A file of past results on its way: chosen, checked, brought in. One thing at a time. */
export function usePastResults(slug: string, mostBytes: number) {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [step, setStep] = useState<Step>({ at: "choosing" });
  const busy = useRef(false);

  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    try {
      await work();
    } finally {
      busy.current = false;
    }
  }

  const choose = (chosen: File) =>
    alone(async () => {
      const read = await readChosen(chosen, mostBytes);
      setFile("problem" in read ? null : read);
      setStep({ at: "choosing", ...("problem" in read ? read : {}) });
    });

  const check = () =>
    alone(async () => {
      if (!file) return setStep({ at: "choosing", problem: "Choose a file." });
      setStep({ at: "checking" });
      setStep({ at: "checked", checked: await checkFile(slug, file.bytes), id: newId() });
    });

  const bringIn = (found: PastFindings, id: string) =>
    alone(async () => {
      if (!file) return;
      const of = countsOf(found).new;
      setStep({ at: "sending", found, id, done: 0, of });
      const heard = (done: number) => setStep({ at: "sending", found, id, done, of });
      const answer = await bringFileIn({ slug, id, bytes: file.bytes }, heard);
      if (answer === null || (!answer.ok && answer.code === "unavailable")) setStep({ at: "cut", found, id });
      else if (answer.ok) setStep({ at: "done", found, outcome: answer.value });
      else setStep({ at: "checked", checked: found, id, refusal: answer.message });
    });

  function again(): void {
    setFile(null);
    setStep({ at: "choosing" });
  }

  return { file, step, choose, check, bringIn, again };
}
