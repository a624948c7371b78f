import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { referenceInWords } from "@/lib/questionnaires/interpretation";
import { scoredParts } from "@/lib/questionnaires/scored-parts";

/** Published figures with their scale, people and source. Those of another questionnaire say so. */
export function InstrumentReferences({ instrument }: { instrument: Instrument }) {
  const { references, published } = instrument;
  const parts = scoredParts(instrument).flatMap(({ id, title }) => {
    const own = references.filter(({ subscale }) => subscale === id);
    return own.length > 0 ? [{ id, title, own }] : [];
  });
  if (scoredParts(instrument).length === 0) return null;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className="mb-2 text-xl">
        Published figures
      </h2>
      {parts.length === 0 ? (
        <p className="measure">None is known that holds for these scores. Compare a patient with themselves.</p>
      ) : null}
      {parts.map(({ id, title, own }) => (
        <div key={id} className="mb-3">
          <h3 className="font-semibold">{title}</h3>
          <ul className="measure grid list-disc gap-1 ps-5 text-sm">
            {own.map((reference) => {
              const words = referenceInWords(reference, published !== undefined);
              return <li key={words}>{words}</li>;
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
