import type { Metadata } from "next";
import { EMPTY_EXERCISE } from "@/components/library/empty-exercise";
import { ExerciseForm } from "@/components/library/exercise-form";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { searchLibrary } from "@/lib/library/queries/search";
import { revise, upload, write } from "../actions";

export const metadata: Metadata = { title: "New exercise" };

export default async function NewExercisePage() {
  const actor = await requireActor("clinician");
  const rows = await orNotFound(searchLibrary(actor, { kind: "exercise" }));
  return (
    <>
      <PageHeader
        title="New exercise"
        lead="It belongs to your clinic. Is there one like it? Copying that and changing it is quicker."
        back={{ href: "/library", label: "Library" }}
      />
      <ExerciseForm
        target={null}
        first={EMPTY_EXERCISE}
        exercises={rows.map(({ slug, title }) => ({ slug, title }))}
        write={write}
        revise={revise}
        upload={upload}
      />
    </>
  );
}
