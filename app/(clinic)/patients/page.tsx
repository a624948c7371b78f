import type { Metadata } from "next";
import { Suspense } from "react";
import { PatientSearch, PatientsView } from "@/components/progress/patients-view";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { Person } from "@/lib/access/actor";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatients } from "@/lib/progress/queries/patients";

export const metadata: Metadata = { title: "Patients" };

export default async function PatientsPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const actor = await requireActor("clinician");
  const { q } = await searchParams;
  const search = (Array.isArray(q) ? q[0] : q) ?? "";
  return (
    <>
      <PageHeader
        title="Patients"
        actions={
          <ButtonLink href="/patients/new" icon="plus">
            New patient
          </ButtonLink>
        }
      />
      <PatientSearch search={search} />
      <Suspense key={search} fallback={<Skeleton shape="row" count={8} label="Loading the patients" />}>
        <Found actor={actor} search={search} />
      </Suspense>
    </>
  );
}

async function Found({ actor, search }: { actor: Person; search: string }) {
  return <PatientsView list={await orNotFound(getPatients(actor, { search }))} />;
}
