import type { UseFormReturn } from "react-hook-form";
import type { Scale, Subscale } from "@/lib/questionnaires/instrument-schema";
import { boundsOf, optionsOf } from "@/lib/questionnaires/scales";
import { PaperChoiceRow } from "./paper-choice-row";
import { PaperNumberRow } from "./paper-number-row";
import { PaperTickPart } from "./paper-tick-part";
import type { PaperValues } from "./paper-values";

type Props = {
  part: Subscale;
  scale: Scale;
  /** The number of its first question, from 1. */
  from: number;
  form: UseFormReturn<PaperValues>;
  errors: Readonly<Record<string, string>>;
};

/** One part of a questionnaire as it stands on the paper, to be typed in. */
export function PaperPart({ part, scale, from, form, errors }: Props) {
  const headId = `part-${part.id}`;
  return (
    <section aria-labelledby={headId}>
      <h2 id={headId} className="text-lg">
        {part.title}
      </h2>
      {part.stem ? <p className="measure text-ink-soft">{part.stem}</p> : null}
      {"lowLabel" in scale ? (
        <p className="text-ink-soft text-sm">
          <span className="numeric">{scale.least}</span> {scale.lowLabel}, <span className="numeric">{scale.most}</span>{" "}
          {scale.highLabel}
        </p>
      ) : null}
      <div className="mt-2">
        {scale.kind === "tick" ? (
          <PaperTickPart items={part.items} form={form} />
        ) : (
          part.items.map((item, index) => {
            const [answer, name] = [`answers.${item.id}`, `names.${item.id}`] as const;
            const text = `${from + index}. ${item.text}`;
            const row = { text, field: form.register(answer), error: errors[answer] };
            const options = optionsOf(scale, item);
            if (options) return <PaperChoiceRow key={item.id} {...row} options={options} />;
            const named = scale.kind === "named" ? { field: form.register(name), error: errors[name] } : undefined;
            return <PaperNumberRow key={item.id} {...row} {...boundsOf(scale)} named={named} />;
          })
        )}
      </div>
    </section>
  );
}
