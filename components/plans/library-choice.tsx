"use client";

import { memo } from "react";
import { ItemPicture } from "@/components/library/item-picture";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { CatalogueItem } from "@/lib/library/catalogue";
import type { Figure } from "@/lib/movement/figure-schema";
import { KIND_ICONS, KIND_WORDS } from "./kind-words";

/** A thing to hand out and, for an exercise, what it looks like. */
export type PicturedItem = CatalogueItem & { picture: { figure: Figure | null; photoId: string | null } | null };

/** One thing of the library to add. The arrows stop at it: see useListKeys. */
export function LibraryChoice({ item, onAdd }: { item: PicturedItem; onAdd: (item: CatalogueItem) => void }) {
  return (
    <button
      type="button"
      data-stop
      onClick={() => onAdd(item)}
      className="slip flex w-full items-start gap-3 px-3 py-2.5 text-start"
    >
      <Picture item={item} />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold leading-snug">{item.title}</span>
        <span className="line-clamp-2 text-ink-soft text-sm">{item.about}</span>
        {item.kind === "exercise" ? null : <Badge>{KIND_WORDS[item.kind]}</Badge>}
      </span>
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
