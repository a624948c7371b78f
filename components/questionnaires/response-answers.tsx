import { type Column, Table } from "@/components/ui/table";
import type { DetailItem, DetailPart } from "@/lib/questionnaires/detail-part";
import type { Gap } from "@/lib/questionnaires/gaps";
import type { Direction } from "@/lib/questionnaires/vocabulary";
import { CLINIC_GAP_WORDS } from "./gap-words";

/** Every answer of a response, part by part, against the one before. */
export function ResponseAnswers(props: { parts: readonly DetailPart[]; itemDirection: Direction }) {
  const { parts, itemDirection } = props;
  return (
    <div className="grid gap-6">
      {parts.map((part) => (
        <Table
          key={part.id}
          caption={part.title}
          columns={columnsOf(part.isScored ? itemDirection : null)}
          rows={part.items}
          rowKey={({ id }) => id}
        />
      ))}
    </div>
  );
}

/** Without a direction an answer has changed, and is neither better nor worse. */
function columnsOf(direction: Direction | null): Column<DetailItem>[] {
  return [
    { key: "question", header: "Question", primary: true, cell: ({ text }) => text },
    { key: "answer", header: "Answer", cell: ({ value, label, gap }) => answerWords(value, label, gap) },
    {
      key: "before",
      header: "Before",
      cell: ({ previous, previousLabel }) => answerWords(previous, previousLabel),
    },
    { key: "change", header: "Change", align: "end", cell: (item) => changeWords(item, direction) },
  ];
}

const none = <span className="text-ink-soft">none</span>;

function answerWords(value: number | null, label: string | null, gap: Gap | null = null) {
  if (value === null) return gap === null ? none : <span className="text-caution">{CLINIC_GAP_WORDS[gap]}</span>;
  const number = Number(value.toFixed(1));
  return (
    <span className="numeric">
      {label === null ? number : label.startsWith(`${number} of `) ? label : `${number}, ${label}`}
    </span>
  );
}

const NEWNESS = { new: "a new activity: its first score", "not-last-time": "not named last time" };

function changeWords({ change, newness }: DetailItem, direction: Direction | null) {
  if (newness !== null) return <span className="text-ink-soft">{NEWNESS[newness]}</span>;
  if (change === null) return <span className="text-ink-soft">nothing to compare</span>;
  if (change === 0) return "same";
  if (direction === null) return "changed";
  const isBetter = change > 0 === (direction === "higher-is-better");
  return (
    <span className="numeric">
      {Number(Math.abs(change).toFixed(1))} {isBetter ? "better" : "worse"}
    </span>
  );
}
