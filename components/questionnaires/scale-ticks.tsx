import type { Item } from "@/lib/questionnaires/instrument-schema";
import type { Look } from "./question-look";
import { KeyHint } from "./scale-slips";
import type { TickChoice, TickState } from "./tick-list";

export type ScaleTicksProps = {
  name: string;
  items: readonly Item[];
  /** Words for "none of these". */
  none: string;
  state: TickState;
  look: Look;
  onChoose: (choice: TickChoice) => void;
};

/** A list to tick, and a way to say that nothing of it is so. */
export function ScaleTicks({ name, items, none, state, look, onChoose }: ScaleTicksProps) {
  const size = look === "screen" ? "min-h-14 gap-3.5 px-4 py-2.5 text-lg" : "min-h-12 gap-3 px-3.5 py-2";
  const slip = `slip flex items-center leading-snug ${size}`;
  return (
    <div className="grid gap-3">
      <div className={`grid gap-2 ${look === "section" ? "grid-cols-2" : ""}`}>
        {items.map(({ id, text }, index) => (
          <label key={id} className={slip}>
            <input
              type="checkbox"
              checked={state.ticked.has(id)}
              onChange={(event) => onChoose({ itemId: id, isTicked: event.target.checked })}
              data-key={index + 1}
              className="tick"
            />
            <span className="min-w-0 flex-1">{text}</span>
            {index < 9 ? <KeyHint>{index + 1}</KeyHint> : null}
          </label>
        ))}
      </div>
      <label className={slip}>
        <input
          type="radio"
          name={name}
          value="none"
          checked={state.isNone}
          onChange={() => onChoose("none")}
          className="tick"
        />
        <span className="min-w-0 flex-1 font-medium">{none}</span>
      </label>
    </div>
  );
}
