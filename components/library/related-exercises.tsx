import Link from "next/link";
import type { RelatedExercise } from "@/lib/practice/queries/reading";
import { ItemPicture } from "./item-picture";

/** The exercises an article speaks of, as small cards; those of the person's own plan lead to it. */
export function RelatedExercises({ exercises }: { exercises: readonly RelatedExercise[] }) {
  return (
    <ul className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] gap-3">
      {exercises.map(({ slug, title, figure, itemId }) => (
        <li
          key={slug}
          className={`relative overflow-hidden rounded-md border border-rule bg-raised ${itemId ? "shadow-card hover:border-teal" : ""}`}
        >
          <ItemPicture item={{ kind: "exercise", figure, photoId: null }} className="aspect-[4/3] p-1.5" />
          <div className="px-3 pt-2 pb-3">
            <p className="font-semibold leading-snug">
              {itemId ? (
                <Link href={`/session/${itemId}`} className="text-teal-ink after:absolute after:inset-0">
                  {title}
                </Link>
              ) : (
                title
              )}
            </p>
            <p className="mt-1 text-ink-soft text-sm">{itemId ? "In your plan" : "Not in your plan"}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
