import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ShelfInstrument } from "@/lib/questionnaires/queries/shelf";
import { inMinutes, inQuestions } from "./asked-words";

const COLUMNS: readonly Column<ShelfInstrument>[] = [
  {
    key: "title",
    header: "Questionnaire",
    primary: true,
    cell: ({ slug, title }) => <TextLink href={`/questionnaires/${slug}`}>{title}</TextLink>,
  },
  { key: "count", header: "Size", cell: ({ count, minutes }) => `${inQuestions(count)}, ${inMinutes(minutes)}` },
  { key: "version", header: "Version", cell: ({ versionNumber }) => `Version ${versionNumber}` },
  { key: "words", header: "Whose words", cell: (row) => <WhoseWords row={row} /> },
];

function WhoseWords({ row: { origin, licenceReference } }: { row: ShelfInstrument }) {
  if (origin === "shipped") return <Badge>Plumbline’s own</Badge>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone="teal">Licensed</Badge>
      <span className="line-clamp-1 text-ink-soft text-sm">{licenceReference}</span>
    </span>
  );
}

/** What the clinic can ask, and under it what it has retired. */
export function InstrumentShelf({ instruments }: { instruments: readonly ShelfInstrument[] }) {
  const offered = instruments.filter(({ isRetired }) => !isRetired);
  const retired = instruments.filter(({ isRetired }) => isRetired);
  return (
    <section aria-labelledby="can-ask">
      <h2 id="can-ask" className="mb-2 text-xl">
        What you can ask
      </h2>
      <Table
        caption="What you can ask"
        hideCaption
        columns={COLUMNS}
        rows={offered}
        rowKey={({ slug }) => slug}
        empty={
          <EmptyState as="h3" icon="question" title="No questionnaire is in use">
            Bring one back from those you retired, or ask whoever runs the portal to bring in its content.
          </EmptyState>
        }
      />
      {retired.length > 0 ? (
        <Disclosure summary={`Retired (${retired.length})`} className="mt-3">
          <p className="mb-2 text-ink-soft text-sm">
            They are not offered any more. Plans that ask one keep asking it, and answers stay.
          </p>
          <Table
            caption="Retired questionnaires"
            hideCaption
            columns={COLUMNS}
            rows={retired}
            rowKey={({ slug }) => slug}
          />
        </Disclosure>
      ) : null}
    </section>
  );
}
