import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Worklist } from "@/lib/progress/queries/worklist";
import { RowKeys } from "./row-keys";
import { WorklistTable } from "./worklist-table";

export type WorklistViewProps = { worklist: Worklist; show: "needs-me" | "everyone" };

/** Who needs a look today and why; with everyone shown, those who need nothing come after. */
export function WorklistView({ worklist: { needsMe, nothingNeeded }, show }: WorklistViewProps) {
  const isEmpty = needsMe.length + nothingNeeded.length === 0;
  if (isEmpty) {
    return (
      <EmptyState
        icon="people"
        title="No patients under treatment"
        action={<ButtonLink href="/patients/new">Add a patient</ButtonLink>}
      >
        Patients appear here once they are added, and leave when their plan ends.
      </EmptyState>
    );
  }
  if (show === "needs-me" && needsMe.length === 0) {
    return (
      <EmptyState icon="check" title="Nobody needs you just now">
        {nothingNeeded.length === 1
          ? "The 1 patient under treatment gives no reason to look."
          : `None of the ${nothingNeeded.length} patients under treatment gives a reason to look.`}
      </EmptyState>
    );
  }
  return (
    <RowKeys>
      <div className="grid gap-8">
        {needsMe.length > 0 ? <WorklistTable caption="Needs a look" entries={needsMe} withReasons /> : null}
        {show === "everyone" && nothingNeeded.length > 0 ? (
          <WorklistTable caption="Nothing needed" entries={nothingNeeded} withReasons={false} />
        ) : null}
      </div>
    </RowKeys>
  );
}
