"use client";

import { useRef, useState } from "react";
import { useListKeys } from "@/components/library/use-list-keys";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchField } from "@/components/ui/search-field";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { isSlotFoundBy, type SlotLine } from "./licensed-lines";

const COLUMNS: readonly Column<SlotLine>[] = [
  {
    key: "title",
    header: "Questionnaire",
    primary: true,
    cell: ({ slug, title }) => (
      <TextLink href={`/questionnaires/licensed/${slug}`} prefetch={false} data-stop>
        {title}
      </TextLink>
    ),
  },
  { key: "region", header: "For", cell: ({ region }) => region },
  { key: "holder", header: "Who owns the words", cell: ({ holder }) => holder },
];

/** Published questionnaires the clinic has not brought in: found by typing, each leading to where its words are brought in. */
export function LicensedSlots({ lines }: { lines: readonly SlotLine[] }) {
  const [search, setSearch] = useState("");
  const box = useRef<HTMLElement>(null);
  useListKeys(box);
  const found = lines.filter((line) => isSlotFoundBy(line, search));
  return (
    <section ref={box} aria-labelledby="may-hold">
      <h2 id="may-hold" className="text-xl">
        Questionnaires your clinic may hold a licence for
      </h2>
      <p className="measure mt-1 mb-3 text-ink-soft">
        The portal knows how these are built and scored, and has none of their words. If your clinic may use one, bring
        its words in: they are kept for your clinic alone.
      </p>
      <SearchField
        label="Find by name, part of the body or owner"
        shortcut
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        className="mb-2 max-w-xl"
      />
      <p role="status" className="mb-1 text-ink-soft text-sm">
        {found.length === 1 ? "1 questionnaire" : `${found.length} questionnaires`}
      </p>
      <Table
        caption="Questionnaires your clinic may hold a licence for"
        hideCaption
        columns={COLUMNS}
        rows={found}
        rowKey={({ slug }) => slug}
        className="text-sm"
        empty={
          <EmptyState
            as="h3"
            icon="search"
            title={lines.length === 0 ? "Your clinic has brought in all of them" : `Nothing for “${search.trim()}”`}
          >
            {lines.length === 0 ? null : "Try a part of the name, or a part of the body."}
          </EmptyState>
        }
      />
    </section>
  );
}
