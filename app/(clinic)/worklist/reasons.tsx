import { WorklistView, type WorklistViewProps } from "@/components/progress/worklist-view";
import type { Person } from "@/lib/access/actor";
import { orNotFound } from "@/lib/access/session";
import { getWorklist } from "@/lib/progress/queries/worklist";

/** The list itself. It comes after the head of the page, once it is known who asks. */
export async function Reasons({ actor, show }: { actor: Person; show: WorklistViewProps["show"] }) {
  return <WorklistView worklist={await orNotFound(getWorklist(actor, {}))} show={show} />;
}
