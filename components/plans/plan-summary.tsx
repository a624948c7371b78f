import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { PlumbItem, PlumbLine } from "@/components/ui/plumb-line";
import { formatDay } from "@/lib/core/calendar";
import { doseInWords, scheduleInWords } from "@/lib/plans/dosage";
import type { OverviewItem, OverviewPhase, PlanOverview } from "@/lib/plans/queries/overview";
import { KIND_ICONS, KIND_WORDS } from "./kind-words";
import { PhaseCriteriaNote } from "./phase-criteria";
import { PlanVersions } from "./plan-versions";

/** The plan a patient follows now, phase by phase, and how it came to be. */
export function PlanSummary({ overview }: { overview: PlanOverview }) {
  const { plan, draft, endedPlans } = overview;
  return (
    <div className="grid gap-6">
      {draft ? (
        <Notice tone="info" title={draft.isFirst ? "A first plan is being written" : "A change is being written"}>
          Last saved by {draft.updatedBy}. The patient sees nothing of it before it is published.
        </Notice>
      ) : null}
      {plan ? (
        <>
          <p className="text-ink-soft">
            <span className="font-semibold text-ink">{plan.title}</span>, version {plan.number}, since{" "}
            {formatDay(plan.startsOn, "short")}
          </p>
          <PlumbLine label="Phases of the plan">
            {plan.phases.map((phase) => (
              <PlumbItem key={phase.key} marker={phase.isCurrent ? "now" : "dot"}>
                <Phase phase={phase} />
              </PlumbItem>
            ))}
          </PlumbLine>
          <PlanVersions versions={plan.versions} />
        </>
      ) : draft ? null : (
        <EmptyState icon="list" title={endedPlans > 0 ? "No plan at the moment" : "No plan yet"}>
          {endedPlans > 0 ? "The last plan has ended." : "Nothing has been handed out to this patient yet."}
        </EmptyState>
      )}
    </div>
  );
}

function Phase({ phase }: { phase: OverviewPhase }) {
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-2 text-base">
        {phase.title}
        {phase.isCurrent ? <Badge tone="teal">Now</Badge> : null}
      </h3>
      <p className="text-ink-soft text-sm">{phase.when}</p>
      {phase.aim ? <p className="measure mt-1">{phase.aim}</p> : null}
      <PhaseCriteriaNote criteria={phase.criteria} />
      <ul className="mt-2 divide-y divide-rule">
        {phase.items.map((item) => (
          <Line key={item.key} item={item} />
        ))}
      </ul>
    </>
  );
}

function Line({ item }: { item: OverviewItem }) {
  return (
    <li className="flex gap-3 py-2">
      <Icon name={KIND_ICONS[item.kind]} label={KIND_WORDS[item.kind]} className="mt-0.5 size-5 text-teal-ink" />
      <div className="min-w-0">
        <p className="font-semibold leading-snug">{item.title}</p>
        <p>
          {item.dose ? `${doseInWords(item.dose)}. ` : null}
          {scheduleInWords(item.schedule)}.
          {item.kind === "exercise" ? (
            <span className="text-ink-soft"> Ease off above pain {item.painCeiling}.</span>
          ) : null}
        </p>
        {item.rangeLimit ? <p className="text-ink-soft">How far: {item.rangeLimit}</p> : null}
        {item.inTurn ? <p className="text-ink-soft">{item.inTurn}</p> : null}
        {item.note ? <p className="measure text-ink-soft">{item.note}</p> : null}
      </div>
    </li>
  );
}
