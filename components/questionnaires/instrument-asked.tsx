import { Card } from "@/components/ui/card";
import { askedQuestions } from "@/lib/questionnaires/asked-questions";
import type { Instrument, Item, Scale, Subscale } from "@/lib/questionnaires/instrument-schema";
import { optionsOf, scaleOf } from "@/lib/questionnaires/scales";
import { scaleInWords } from "./instrument-words";

/** What a questionnaire asks: its notice, then each part with its question, its items and what can be answered. */
export function InstrumentAsked({ instrument }: { instrument: Instrument }) {
  const questions = askedQuestions(instrument);
  return (
    <section aria-labelledby="asks">
      <h2 id="asks" className="mb-3 text-xl">
        What it asks
      </h2>
      <p className="measure mb-4 whitespace-pre-line">{instrument.notice}</p>
      <div className="grid gap-4">
        {instrument.subscales.map((part) => (
          <Part
            key={part.id}
            part={part}
            scale={scaleOf(instrument, part)}
            start={questions.find(({ subscale }) => subscale === part)?.number ?? 1}
          />
        ))}
      </div>
    </section>
  );
}

function Part({ part, scale, start }: { part: Subscale; scale: Scale; start: number }) {
  const { id, title, stem, items } = part;
  return (
    <Card as="section" aria-labelledby={`part-${id}`} pad="md">
      <h3 id={`part-${id}`} className="text-lg">
        {title}
      </h3>
      {stem ? <p className="measure mt-1 whitespace-pre-line">{stem}</p> : null}
      {scale.kind === "tick" ? (
        // The whole list is one question.
        <ol start={start} className="mt-3 list-decimal ps-8">
          <li>
            A list to tick:
            <ul className="mt-1 grid list-disc gap-1.5 ps-5">
              {items.map((item) => (
                <li key={item.id} className="measure">
                  {item.text}
                </li>
              ))}
            </ul>
          </li>
        </ol>
      ) : (
        <ol start={start} className="mt-3 grid list-decimal gap-1.5 ps-8">
          {items.map((item) => (
            <li key={item.id} className="measure">
              {item.text}
              {item.options ? <Answers scale={scale} item={item} /> : null}
            </li>
          ))}
        </ol>
      )}
      <Answers scale={scale} />
    </Card>
  );
}

/** The answers all items of a part share, or an item's own; each with the number it counts as. */
function Answers({ scale, item }: { scale: Scale; item?: Item }) {
  const options = optionsOf(scale, item);
  const words = scaleInWords(scale);
  return (
    <div className={item ? "mt-1 mb-2 text-sm" : "mt-3 border-rule border-t pt-3 text-sm"}>
      {item ? null : <p className="font-semibold text-ink-soft">Answers</p>}
      {options ? (
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {options.map(({ value, label }) => (
            <li key={value}>
              <span className="numeric text-ink-soft">{value}</span> {label}
            </li>
          ))}
        </ul>
      ) : (
        <p className="measure">{words}</p>
      )}
    </div>
  );
}
