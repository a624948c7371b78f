import { PlumbItem, PlumbLine } from "@/components/ui/plumb-line";
import { TextLink } from "@/components/ui/text-link";
import { formatInstant } from "@/lib/core/calendar";
import type { LibraryItemView } from "@/lib/library/queries/item";

type Props = {
  item: Pick<LibraryItemView, "origin" | "copiedFrom" | "versions" | "usedInPlans">;
  timeZone: string;
};

/** Where an item comes from, how often it was changed and how many people do it now. */
export function ItemHistory({ item: { origin, copiedFrom, versions, usedInPlans }, timeZone }: Props) {
  return (
    <section>
      <h2 className="mb-1 text-base">Where it comes from</h2>
      <p className="text-ink-soft text-sm">
        {origin === "shipped" ? "It came with the portal." : "Your clinic wrote it."}
        {copiedFrom ? (
          <>
            {" Copied from "}
            <TextLink href={`/library/${copiedFrom.id}`}>{copiedFrom.title}</TextLink>.
          </>
        ) : null}{" "}
        {plansInWords(usedInPlans)}
      </p>
      <PlumbLine label="Versions, newest first" className="mt-3">
        {versions.map(({ number, writtenAt, writtenBy }, at) => (
          <PlumbItem key={number} marker={at === 0 ? "now" : "dot"} className="pb-3">
            <p className="font-medium text-sm">Version {number}</p>
            <p className="text-ink-soft text-sm">
              {formatInstant(writtenAt, timeZone)}
              {writtenBy ? `, ${writtenBy}` : ""}
            </p>
          </PlumbItem>
        ))}
      </PlumbLine>
    </section>
  );
}

function plansInWords(count: number): string {
  if (count === 0) return "No plan in force uses it.";
  return count === 1 ? "One plan in force uses it." : `${count} plans in force use it.`;
}
