import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { doseInWords } from "@/lib/plans/dosage";
import type { ExerciseView } from "@/lib/practice/queries/exercise";

type Props = { view: Pick<ExerciseView, "guide" | "dose" | "note" | "painCeiling"> & { rangeLimit?: string } };

/** How to do one exercise: how much, why, the steps, and when to stop. */
export function ExerciseGuide({ view: { guide, dose, note, painCeiling, rangeLimit } }: Props) {
  return (
    <div className="grid gap-6">
      <section aria-label="How much" className="rounded-lg bg-teal-wash p-5">
        <p className="font-semibold text-xl leading-snug">{doseInWords(dose)}</p>
        {rangeLimit ? (
          <p className="mt-2">
            <span className="font-semibold">How far: </span>
            {rangeLimit}
          </p>
        ) : null}
        {note ? (
          <p className="mt-2">
            <span className="font-semibold">From your physiotherapist: </span>
            {note}
          </p>
        ) : null}
      </section>
      <p>{guide.purpose}</p>
      <section>
        <h2 className="text-lg">To start</h2>
        <p className="mt-1">{guide.start}</p>
      </section>
      <section>
        <h2 className="mb-2 text-lg">Step by step</h2>
        <Prose>
          <ol>
            {guide.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Prose>
      </section>
      <Notice tone="safety" title="Stop if">
        <ul className="mt-1 grid list-disc gap-1.5 ps-5">
          {guide.stopIf.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
        <p className="mt-2 font-semibold">Your limit for pain is {painCeiling} out of 10.</p>
      </Notice>
      <div>
        <Tips title="Tips" tips={guide.cues} open />
        <Tips title="Common mistakes" tips={guide.mistakes} />
      </div>
    </div>
  );
}

function Tips({ title, tips, open }: { title: string; tips: readonly string[]; open?: boolean }) {
  return (
    <Disclosure summary={title} open={open}>
      <Prose>
        <ul>
          {tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      </Prose>
    </Disclosure>
  );
}
