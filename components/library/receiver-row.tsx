import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { REGION_NAMES } from "@/lib/identity/vocabulary";
import { plansHref } from "@/lib/plans/addresses";
import type { PlanReceiver, ReceivingPlan } from "@/lib/plans/queries/receivers";

type Props = {
  receiver: PlanReceiver;
  isReady: boolean;
  /** The plan that is being added to; null when none is. */
  pendingPlanId: string | null;
  onChoose: (plan: ReceivingPlan) => void;
};

const ROW = "slip flex min-h-12 w-full flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-start";

/** A patient something can be given to, once for each of their plans; one without a plan leads to where a plan begins. */
export function ReceiverRow({ receiver: { id, name, region, plans }, isReady, pendingPlanId, onChoose }: Props) {
  const person = (plan: string | null) => (
    <span className="min-w-0 flex-1">
      <bdi className="block break-words font-semibold leading-snug">{name}</bdi>
      <span className="text-ink-soft text-sm">{plan ?? REGION_NAMES[region]}</span>
    </span>
  );
  if (plans.length === 0) {
    return (
      <Link href={plansHref(id)} prefetch={false} data-stop className={ROW}>
        {person(null)}
        <span className="text-sm text-teal-ink underline">No plan yet. Begin one</span>
      </Link>
    );
  }
  return (
    <div className="grid gap-1.5">
      {plans.map((plan) => (
        <button
          key={plan.planId}
          type="button"
          data-stop
          disabled={!isReady}
          aria-busy={pendingPlanId === plan.planId || undefined}
          onClick={() => onChoose(plan)}
          className={ROW}
        >
          {person(plans.length > 1 ? plan.name : null)}
          <Badge tone={plan.hasDraft ? "caution" : "teal"}>
            {pendingPlanId === plan.planId ? "Adding…" : stateInWords(plan)}
          </Badge>
        </button>
      ))}
    </div>
  );
}

const stateInWords = ({ hasDraft, version }: ReceivingPlan) =>
  hasDraft ? "Draft being written" : `Version ${version} in force`;
