import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { InstrumentListed } from "@/lib/questionnaires/queries/instruments";
import { groupedInstruments, sizeInWords } from "./send-now-groups";

/** Which questionnaire lies on the desk. `path` is the page of the form. */
export function PaperChoices({ instruments, path }: { instruments: readonly InstrumentListed[]; path: string }) {
  if (instruments.length === 0) {
    return (
      <EmptyState icon="question" title="No questionnaires">
        Your clinic has no questionnaire in use at the moment.
      </EmptyState>
    );
  }
  return (
    <div className="grid max-w-3xl gap-6">
      {groupedInstruments(instruments).map(({ title, list }) => (
        <section key={title}>
          <h2 className="mb-2 text-lg">{title}</h2>
          <ul className="grid divide-y divide-rule border-rule border-y">
            {list.map((one) => (
              <li key={one.slug} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1">
                <TextLink
                  href={`${path}?slug=${encodeURIComponent(one.slug)}`}
                  className="inline-flex min-h-11 items-center font-semibold"
                >
                  {one.title}
                </TextLink>
                <span className="text-ink-soft text-sm">{sizeInWords(one)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
