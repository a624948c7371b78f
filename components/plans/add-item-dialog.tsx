"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useListKeys } from "@/components/library/use-list-keys";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SearchField } from "@/components/ui/search-field";
import { type CatalogueItem, searchCatalogue } from "@/lib/library/catalogue";
import { LibraryChoice, type PicturedItem } from "./library-choice";

export type AddItemDialogProps = {
  phaseTitle: string;
  library: readonly PicturedItem[];
  open: boolean;
  onClose: () => void;
  /** False when there was no room. */
  onAdd: (item: CatalogueItem) => boolean;
};

/** Type to find, Enter adds the first; the arrows go through the list. It stays open, since one thing is seldom all. */
export function AddItemDialog({ phaseTitle, library, open, onClose, onAdd }: AddItemDialogProps) {
  const [search, setSearch] = useState("");
  const [added, setAdded] = useState<string[]>([]);
  const [isFull, setFull] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useListKeys(box);
  const found = searchCatalogue(library, search);

  // A dialog that opens gives the focus to its first control, which is the one that closes it.
  useEffect(() => {
    if (open) box.current?.querySelector("input")?.focus();
  }, [open]);

  const close = () => {
    setSearch("");
    setAdded([]);
    setFull(false);
    onClose();
  };
  const add = (item: CatalogueItem) => {
    const isAdded = onAdd(item);
    setFull(!isAdded);
    if (isAdded) setAdded((before) => [...before, item.title]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const [first] = found;
    if (first && search.trim() !== "") add(first);
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title={`Add to ${phaseTitle}`}
      size="md"
      actions={<Button onClick={close}>Done</Button>}
    >
      <div ref={box}>
        <SearchField
          label="Search for something to add"
          placeholder="Name, or what it is for"
          autoComplete="off"
          onKeyDown={onKeyDown}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <p role="status" className="mt-2 min-h-6 text-ink-soft text-sm">
          {isFull
            ? "There is no room for more. Take something out first."
            : added.length > 0
              ? `Added: ${added.join(", ")}`
              : found.length === 0
                ? "Nothing in the library matches. Try another word."
                : search.trim() === ""
                  ? "Choose one, or type to find it."
                  : "Enter adds the first one."}
        </p>
        <ul className="mt-2 grid max-h-[50dvh] gap-1.5 overflow-y-auto p-1">
          {found.map((item) => (
            <li key={item.versionId}>
              <LibraryChoice item={item} onAdd={add} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
