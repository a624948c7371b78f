"use client";

import { type KeyboardEvent, memo, useRef, useState } from "react";
import { ItemPicture } from "@/components/library/item-picture";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { SearchField } from "@/components/ui/search-field";
import { type CatalogueItem, searchCatalogue } from "@/lib/library/catalogue";
import type { Figure } from "@/lib/movement/figure-schema";
import { KIND_ICONS, KIND_WORDS } from "./kind-words";

/** A thing to hand out and, for an exercise, what it looks like. */
export type PicturedItem = CatalogueItem & { picture: { figure: Figure | null; photoId: string | null } | null };

export type AddItemDialogProps = {
  phaseTitle: string;
  library: readonly PicturedItem[];
  open: boolean;
  onClose: () => void;
  onAdd: (item: CatalogueItem) => void;
};

/** Type to find, Enter adds the first; the arrows go through the list. It stays open, since one thing is seldom all. */
export function AddItemDialog({ phaseTitle, library, open, onClose, onAdd }: AddItemDialogProps) {
  const [search, setSearch] = useState("");
  const [added, setAdded] = useState<string[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const found = searchCatalogue(library, search);

  const close = () => {
    setSearch("");
    setAdded([]);
    onClose();
  };
  const add = (item: CatalogueItem) => {
    onAdd(item);
    setAdded((before) => [...before, item.title]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const inSearch = event.target instanceof HTMLInputElement;
    if (event.key === "Enter" && inSearch) {
      event.preventDefault();
      const [first] = found;
      if (first && search.trim() !== "") add(first);
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const stops = [...(box.current?.querySelectorAll<HTMLElement>("input, [data-choice]") ?? [])];
    const at = stops.findIndex((stop) => stop.matches(":focus"));
    stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))]?.focus();
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
          label="Search the library"
          placeholder="Name, or what it is for"
          autoFocus
          autoComplete="off"
          onKeyDown={onKeyDown}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <p role="status" className="mt-2 min-h-6 text-ink-soft text-sm">
          {added.length > 0
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
              <Choice item={item} onAdd={add} onKeyDown={onKeyDown} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Choice(props: {
  item: PicturedItem;
  onAdd: (item: CatalogueItem) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { item, onAdd, onKeyDown } = props;
  return (
    <button
      type="button"
      data-choice
      onKeyDown={onKeyDown}
      onClick={() => onAdd(item)}
      className="slip flex w-full items-start gap-3 px-3 py-2.5 text-start"
    >
      <Picture item={item} />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold leading-snug">{item.title}</span>
        <span className="line-clamp-2 text-ink-soft text-sm">{item.about}</span>
      </span>
      <Badge>{KIND_WORDS[item.kind]}</Badge>
    </button>
  );
}

/** Drawn once: the list is filtered at every letter, and the pictures stay the same. */
const Picture = memo(function Picture({ item: { kind, picture } }: { item: PicturedItem }) {
  if (kind !== "exercise" || !picture) {
    return (
      <span className="grid h-12 w-16 flex-none place-items-center text-teal-ink">
        <Icon name={KIND_ICONS[kind]} className="size-6" />
      </span>
    );
  }
  return <ItemPicture item={{ kind, ...picture }} className="h-12 w-16 flex-none rounded-sm p-0.5" />;
});
