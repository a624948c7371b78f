import { Icon } from "@/components/ui/icon";
import { criteriaInWords } from "@/lib/plans/criteria";
import type { PhaseCriteria } from "@/lib/plans/criteria-schema";

/** When to think of moving on from a phase, and where the idea comes from. Nothing without. */
export function PhaseCriteriaNote({ criteria }: { criteria: PhaseCriteria | null | undefined }) {
  if (!criteria) return null;
  return (
    <div className="mt-2 rounded-md bg-sunken px-3 py-2 text-sm">
      <p className="flex items-center gap-1.5 font-semibold">
        <Icon name="flag" className="size-4 text-teal-ink" />
        Think of moving on when
      </p>
      <ul className="ms-5.5 list-disc ps-3">
        {criteriaInWords(criteria).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="measure ms-5.5 text-ink-soft">{criteria.source}</p>
    </div>
  );
}
