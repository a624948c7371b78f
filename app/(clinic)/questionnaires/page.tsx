import type { Metadata } from "next";
import { Suspense } from "react";
import { InstrumentShelf } from "@/components/questionnaires/instrument-shelf";
import { slotLine } from "@/components/questionnaires/licensed-lines";
import { LicensedSlots } from "@/components/questionnaires/licensed-slots";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { Person } from "@/lib/access/actor";
import { orNotFound, requireActor } from "@/lib/access/session";
import { LICENSED_SLOTS } from "@/lib/questionnaires/licensed/slots";
import { getShelf } from "@/lib/questionnaires/queries/shelf";

export const metadata: Metadata = { title: "Questionnaires" };

export default async function QuestionnairesPage() {
  const actor = await requireActor("clinician");
  return (
    <>
      <PageHeader
        title="Questionnaires"
        lead="What you can ask your patients, how it is scored, and whose words it is."
        actions={
          <ButtonLink href="/questionnaires/past-results" icon="up" variant="secondary">
            Bring in past results
          </ButtonLink>
        }
      />
      <Suspense fallback={<Skeleton shape="row" count={8} label="Loading the questionnaires" />}>
        <Shelf actor={actor} />
      </Suspense>
    </>
  );
}

async function Shelf({ actor }: { actor: Person }) {
  const instruments = await orNotFound(getShelf(actor, {}));
  const brought = new Set(instruments.map(({ slug }) => slug));
  const lines = LICENSED_SLOTS.filter(({ slug }) => !brought.has(slug)).map(slotLine);
  return (
    <div className="grid gap-10">
      <InstrumentShelf instruments={instruments} />
      <LicensedSlots lines={lines} />
    </div>
  );
}
