import { EmptyState } from "@/components/ui/empty-state";
import type { ProtocolCard } from "@/lib/plans/queries/protocols";
import { BeginEmpty, type BeginProps } from "./begin-empty";
import { ProtocolCards } from "./protocol-cards";

/** What a plan can begin from: nothing, or a protocol. */
export function ChoosePlanStart({ protocols, ...begin }: BeginProps & { protocols: readonly ProtocolCard[] }) {
  return (
    <>
      <BeginEmpty {...begin} />
      {protocols.length > 0 ? (
        <ProtocolCards {...begin} protocols={protocols} />
      ) : (
        <EmptyState icon="list" title="No protocols yet">
          Your clinic has no protocols to begin from. Ask whoever runs the portal to bring in its content.
        </EmptyState>
      )}
    </>
  );
}
