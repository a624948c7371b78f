import Link from "next/link";
import type { Figure } from "@/lib/movement/figure-schema";
import { ItemPicture } from "./item-picture";

type Linked = { id: string; title: string; figure: Figure | null };

/** Exercises that ask for less, or more, of the same. */
export function LinkedItems({ title, items }: { title: string; items: readonly Linked[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-base">{title}</h2>
      <ul className="grid gap-2">
        {items.map((item) => (
          <li key={item.id}>
            <Link
              href={`/library/${item.id}`}
              prefetch={false}
              className="group flex min-h-14 items-center gap-3 overflow-hidden rounded-md border border-rule bg-raised pe-3 hover:border-teal"
            >
              <ItemPicture
                item={{ kind: "exercise", figure: item.figure, photoId: null }}
                className="h-14 w-19 flex-none p-1"
              />
              <span className="min-w-0 font-medium leading-snug group-hover:underline">{item.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
