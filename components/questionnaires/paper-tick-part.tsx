import { type UseFormReturn, useWatch } from "react-hook-form";
import type { Item } from "@/lib/questionnaires/instrument-schema";
import type { PaperValues } from "./paper-values";

type Props = { items: readonly Item[]; form: UseFormReturn<PaperValues> };

/** A list to tick: the whole of it is answered, or none of it. Ticking one answers the others with "not ticked". */
export function PaperTickPart({ items, form: { control, setValue } }: Props) {
  const answers = useWatch({ control, name: "answers" });
  const isAnswered = items.some(({ id }) => (answers[id] ?? "") !== "");
  const set = (id: string, value: string) => setValue(`answers.${id}`, value, { shouldDirty: true });
  const tick = (ticked: string) => {
    for (const { id } of items) {
      const before = answers[id] ?? "";
      if (id === ticked) set(id, before === "1" ? "0" : "1");
      else set(id, before === "" ? "0" : before);
    }
  };
  return (
    <div className="grid gap-1">
      <ul className="grid gap-1 sm:grid-cols-2">
        {items.map(({ id, text }) => (
          <li key={id} data-paper-row>
            <label className="slip flex min-h-10 items-center gap-3 px-3 py-1.5 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                name={`answers.${id}`}
                checked={answers[id] === "1"}
                onChange={() => tick(id)}
                className="tick scroll-mt-20 scroll-mb-28"
              />
              {text}
            </label>
          </li>
        ))}
      </ul>
      <label data-paper-row className="flex min-h-11 items-center gap-3 px-3 text-ink-soft">
        <input
          type="checkbox"
          checked={!isAnswered}
          onChange={() => {
            for (const { id } of items) set(id, isAnswered ? "" : "0");
          }}
          className="tick scroll-mt-20 scroll-mb-28"
        />
        This list was not answered
      </label>
    </div>
  );
}
