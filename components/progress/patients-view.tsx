import Form from "next/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchField } from "@/components/ui/search-field";
import { TextLink } from "@/components/ui/text-link";
import type { PatientList } from "@/lib/progress/queries/patients";
import { PatientsTable } from "./patients-table";

/** Finding a patient by a part of the name. */
export function PatientSearch({ search }: { search: string }) {
  return (
    <Form action="/patients" role="search" className="mb-5 flex max-w-xl gap-2">
      <SearchField
        label="Find a patient by name"
        name="q"
        defaultValue={search}
        key={search}
        shortcut
        className="flex-1"
      />
      <Button type="submit" variant="secondary">
        Find
      </Button>
    </Form>
  );
}

export function PatientsView({ list: { search, entries } }: { list: PatientList }) {
  if (entries.length > 0) {
    const found = entries.length === 1 ? "1 patient" : `${entries.length} patients`;
    return (
      <>
        <p className="mb-2 text-ink-soft text-sm" role="status">
          {search === "" ? found : `${found} with “${search}” in the name`}
        </p>
        <PatientsTable entries={entries} />
      </>
    );
  }
  if (search === "") {
    return (
      <EmptyState
        icon="people"
        title="No patients yet"
        action={<ButtonLink href="/patients/new">Add a patient</ButtonLink>}
      >
        Add the first one, give them a plan, and send the invitation.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title={`Nobody with “${search}” in the name`}
      action={<TextLink href="/patients">Show all patients</TextLink>}
    >
      A part of the first or last name is enough.
    </EmptyState>
  );
}
