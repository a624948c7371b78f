"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { newId } from "@/lib/core/ids";
import { type BulkChange, changeLines } from "@/lib/plans/builder-bulk";
import { copyLines, lineKeys, removeLines } from "@/lib/plans/builder-edits";
import type { Schedule } from "@/lib/plans/schemas";
import { useBuilderState, useBuilderTools } from "./builder-tools";
import { CompactInput, CompactSelect } from "./compact-field";
import { FULL } from "./use-builder";
import { WeekdayFields } from "./weekday-fields";

const SIDES = [
  { value: "", label: "As it is" },
  { value: "left", label: "Left" },
  { value: "right", label: "Right" },
  { value: "both", label: "Each side" },
  { value: "alternating", label: "Swap sides" },
] as const;

type Weekly = Extract<Schedule, { kind: "weekly" }>;

const inWords = (count: number) => (count === 1 ? "1 line" : `${count} lines`);

/** What is done with the chosen lines at once; nothing while none is chosen. */
export function BulkBar() {
  const { current } = useBuilderTools();
  const { chosen } = useBuilderState();
  if (chosen.size === 0) return null;
  const keys = new Set(lineKeys(current()).filter((key) => chosen.has(key)));
  return keys.size === 0 ? null : <Bulk keys={keys} />;
}

function Bulk({ keys }: { keys: ReadonlySet<string> }) {
  const { edit, say, chooseNone, current } = useBuilderTools();
  const [days, setDays] = useState<Weekly>({ kind: "weekly", weekdays: [], timesPerDay: 1 });
  const [amounts, setAmounts] = useState({ times: "", side: "", pain: "" });
  const many = inWords(keys.size);

  const change = (what: BulkChange) => {
    const { body, changed } = changeLines(current(), keys, what);
    if (changed === 0) return say("Nothing there to change.");
    edit(
      () => body,
      changed === keys.size
        ? `${inWords(changed)} changed.`
        : `${changed} of ${many} changed; the others stay as they are.`,
    );
  };
  const setAll = () => {
    const { times, side, pain } = amounts;
    change({
      ...(days.weekdays.length > 0 ? { weekdays: days.weekdays } : {}),
      ...(within(times, 1, 12) ? { timesPerDay: Number(times) } : {}),
      ...(side === "" ? {} : { side: side as BulkChange["side"] }),
      ...(within(pain, 0, 10) ? { painCeiling: Number(pain) } : {}),
    });
  };
  const takeOut = () => {
    edit((body) => removeLines(body, keys), `${many} taken out. Undo brings them back.`);
    chooseNone();
  };

  return (
    <section
      aria-label="Change the chosen lines"
      className="grid max-h-[40dvh] gap-3 overflow-y-auto border-rule border-b p-1 pb-3 sm:max-h-none"
    >
      <div className="flex flex-wrap items-center gap-2">
        <p className="me-2 font-semibold">{many} chosen</p>
        <Small onClick={() => change({ sets: -1 })}>One set fewer</Small>
        <Small onClick={() => change({ sets: 1 })}>One set more</Small>
        <Small onClick={takeOut}>Take out</Small>
        <Button variant="quiet" size="sm" onClick={chooseNone}>
          Choose none
        </Button>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <WeekdayFields name="bulk" schedule={days} onChange={setDays} />
        <CompactInput
          label="Times a day"
          {...NUMBER}
          min={1}
          max={12}
          value={amounts.times}
          onChange={({ target }) => setAmounts({ ...amounts, times: target.value })}
        />
        <CompactSelect
          label="Side"
          className="w-[8.75rem]"
          options={SIDES}
          value={amounts.side}
          onChange={({ target }) => setAmounts({ ...amounts, side: target.value })}
        />
        <CompactInput
          label="Pain limit"
          {...NUMBER}
          min={0}
          max={10}
          value={amounts.pain}
          onChange={({ target }) => setAmounts({ ...amounts, pain: target.value })}
        />
        <Button size="sm" className="min-h-10" onClick={setAll}>
          Set in {many}
        </Button>
        <CopyTo keys={keys} />
      </div>
    </section>
  );
}

const NUMBER = { type: "number", inputMode: "numeric", placeholder: "As it is", className: "w-[7rem]" } as const;

const within = (text: string, least: number, most: number) =>
  text !== "" && Number.isInteger(Number(text)) && Number(text) >= least && Number(text) <= most;

function Small({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button variant="secondary" size="sm" onClick={onClick}>
      {children}
    </Button>
  );
}

function CopyTo({ keys }: { keys: ReadonlySet<string> }) {
  const { edit, current } = useBuilderTools();
  const { phases } = current();
  const [to, setTo] = useState(phases.at(-1)?.key ?? "");
  const copy = () => {
    const title = phases.find(({ key }) => key === to)?.title ?? "";
    edit((body) => copyLines(body, keys, to, newId), `${inWords(keys.size)} copied to ${title}.`, FULL);
  };
  return (
    <div className="ms-auto flex items-end gap-2">
      <CompactSelect
        label="Phase to copy to"
        className="max-w-[14rem]"
        options={phases.map(({ key, title }, at) => ({ value: key, label: title || `Phase ${at + 1}` }))}
        value={to}
        onChange={({ target }) => setTo(target.value)}
      />
      <Button variant="secondary" size="sm" className="min-h-10" onClick={copy}>
        Copy
      </Button>
    </div>
  );
}
