import Link from "next/link";
import { LIBRARY_KINDS, type LibraryKind } from "@/lib/library/vocabulary";

const WORDS: Record<LibraryKind, string> = { exercise: "An exercise", article: "An article" };

/** What to write: each has a form of its own. */
export function NewKind({ kind }: { kind: LibraryKind }) {
  return (
    <nav aria-label="What to write" className="mb-6 flex flex-wrap gap-2">
      {LIBRARY_KINDS.map((one) => (
        <Link
          key={one}
          href={`/library/new?kind=${one}`}
          aria-current={one === kind ? "page" : undefined}
          className="inline-flex min-h-11 items-center rounded-md border border-rule-strong bg-raised px-4 py-2 hover:border-teal aria-[current]:border-teal aria-[current]:bg-teal-wash aria-[current]:font-semibold"
        >
          {WORDS[one]}
        </Link>
      ))}
    </nav>
  );
}
