"use client";

import { type KeyboardEvent, useRef, useState, useSyncExternalStore } from "react";
import { useWatch } from "react-hook-form";
import { useListKeys } from "@/components/library/use-list-keys";
import { SearchField } from "@/components/ui/search-field";
import { type CatalogueItem, searchCatalogue } from "@/lib/library/catalogue";
import { useBuilderState, useBuilderTools } from "./builder-tools";
import { CompactSelect } from "./compact-field";
import { useDraftForm } from "./draft-form";
import { LibraryChoice } from "./library-choice";

/** The library beside the plan: `/` comes here, the arrows go through what is found, Enter adds it to the phase in focus. */
export function LibraryPane({ className }: { className?: string }) {
  return useSyncExternalStore(watchRoom, hasRoom, () => false) ? <Pane className={className} /> : null;
}

/** Two panes need a wide page (Tailwind's xl). On others the library is a dialog, and its many pictures are not drawn here. */
const WIDE = "(min-width: 80rem)";
const hasRoom = () => window.matchMedia(WIDE).matches;
const watchRoom = (onChange: () => void) => {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
};

function Pane({ className }: { className?: string }) {
  const { library, add } = useBuilderTools();
  const { phaseInFocus } = useBuilderState();
  const [search, setSearch] = useState("");
  const box = useRef<HTMLElement>(null);
  useListKeys(box);
  const found = searchCatalogue(library, search);

  const onAdd = (item: CatalogueItem) => void add(item, phaseInFocus);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const [first] = found;
    if (!first || search.trim() === "") return;
    onAdd(first);
    // What is typed next is the next search.
    event.currentTarget.select();
  };

  return (
    <aside ref={box} aria-label="Library" className={className}>
      <SearchField
        label="Search the library"
        placeholder="Search and press Enter"
        shortcut
        autoComplete="off"
        value={search}
        onKeyDown={onKeyDown}
        onChange={(event) => setSearch(event.target.value)}
      />
      <PhaseChoice />
      <p className="mt-2 min-h-6 text-ink-soft text-sm">
        {found.length === 0
          ? "Nothing in the library matches. Try another word."
          : search.trim() === ""
            ? "Type to find, then press Enter."
            : "Enter adds the first one."}
      </p>
      <ul aria-label="Found in the library" className="mt-1 grid min-h-0 content-start gap-1.5 overflow-y-auto p-1">
        {found.map((item) => (
          <li key={item.versionId}>
            <LibraryChoice item={item} onAdd={onAdd} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** Which phase it goes to: the one worked in last, or another by choice. */
function PhaseChoice() {
  const { control } = useDraftForm();
  const phases = useWatch({ control, name: "phases" });
  const { focusPhase } = useBuilderTools();
  const { phaseInFocus } = useBuilderState();
  if (phases.length < 2) return null;
  return (
    <CompactSelect
      label="Adds to"
      className="mt-2"
      options={phases.map(({ key, title }, at) => ({ value: key, label: title || `Phase ${at + 1}` }))}
      value={phases.some(({ key }) => key === phaseInFocus) ? phaseInFocus : phases[0]?.key}
      onChange={({ target }) => focusPhase(target.value)}
    />
  );
}
