import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { REGION_NAMES } from "@/lib/identity/vocabulary";
import type { PlanReceiver } from "@/lib/plans/queries/receivers";

type Props = { receiver: PlanReceiver; isReady: boolean; isPending: boolean; onChoose: () => void };

const ROW = "slip flex min-h-12 w-full flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-start";

/** A patient something can be given to; one without a plan leads to where a plan begins. */
export function ReceiverRow({ receiver: { id, name, region, plan }, isReady, isPending, onChoose }: Props) {
  const person = (
    <span className="min-w-0 flex-1">
      <bdi className="block break-words font-semibold leading-snug">{name}</bdi>
      <span className="text-ink-soft text-sm">{REGION_NAMES[region]}</span>
    </span>
  );
  if (plan === null) {
    return (
      <Link href={`/patients/${id}/plan`} prefetch={false} data-stop className={ROW}>
        {person}
        <span className="text-sm text-teal-ink underline">No plan yet. Begin one</span>
      </Link>
    );
  }
  return (
    <button
      type="button"
      data-stop
      disabled={!isReady}
      aria-busy={isPending || undefined}
      onClick={onChoose}
      className={ROW}
    >
      {person}
      <Badge tone={plan.hasDraft ? "caution" : "teal"}>
        {isPending ? "Adding…" : plan.hasDraft ? "Draft being written" : `Version ${plan.version} in force`}
      </Badge>
    </button>
  );
}
