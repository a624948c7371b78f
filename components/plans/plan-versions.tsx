import { Disclosure } from "@/components/ui/disclosure";
import { formatDay } from "@/lib/core/calendar";
import type { OverviewVersion } from "@/lib/plans/queries/overview";

/** Each version with its day, who published it and what it changed. Newest first. */
export function PlanVersions({ versions }: { versions: readonly OverviewVersion[] }) {
  return (
    <section aria-labelledby="plan-versions">
      <h3 id="plan-versions" className="mb-2 text-base">
        Versions
      </h3>
      <ol className="divide-y divide-rule border-rule border-y">
        {versions.map(({ number, effectiveOn, publishedBy, changes }) => (
          <li key={number} className="py-2">
            <p>
              <span className="font-semibold">Version {number}</span>, {formatDay(effectiveOn, "short")}, {publishedBy}
            </p>
            {changes.length === 0 ? (
              <p className="text-ink-soft">The plan began.</p>
            ) : changes.length <= 3 ? (
              <Changes words={changes} />
            ) : (
              <Disclosure summary={`${changes.length} changes`}>
                <Changes words={changes} />
              </Disclosure>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({ words }: { words: readonly string[] }) {
  return (
    <ul className="list-disc ps-5 text-ink-soft">
      {words.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
