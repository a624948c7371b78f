import type { Metadata } from "next";
import { InstrumentDownload } from "@/components/questionnaires/instrument-download";
import { PastResultsChoice } from "@/components/questionnaires/past-results-choice";
import { PastResultsImporter } from "@/components/questionnaires/past-results-importer";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { MOST_ROWS } from "@/lib/questionnaires/past-results";
import { listInstruments } from "@/lib/questionnaires/queries/instruments";

export const metadata: Metadata = { title: "Bring in past results" };

/** Most bytes of a file, as the route that takes it has it. */
const MOST_BYTES = 2_000_000;

type Props = { searchParams: Promise<{ slug?: string | string[] }> };

export default async function PastResultsPage({ searchParams }: Props) {
  const actor = await requireActor("clinician");
  const { slug } = await searchParams;
  const instruments = await orNotFound(listInstruments(actor, {}));
  const chosen = instruments.find((one) => one.slug === slug);
  return (
    <>
      <PageHeader
        title="Bring in past results"
        lead="Answers your patients gave before, from a table. You see what each line would do before anything is written."
        back={{ href: "/questionnaires", label: "Questionnaires" }}
      />
      <div className="grid gap-6">
        <PastResultsChoice
          key={chosen?.slug ?? ""}
          options={instruments.map(({ slug: value, title: label }) => ({ value, label }))}
          chosen={chosen?.slug ?? ""}
        />
        {chosen ? (
          <>
            <section aria-labelledby="fill-in" className="measure">
              <h2 id="fill-in" className="mb-1 text-lg">
                Fill in the empty file
              </h2>
              <p className="mb-3">
                One line for each time a patient answered: who, by their e-mail address; the day, such as 2026-03-09 or
                09/03/2026; and each answer, as its number or in its words. Leave the cell of an unanswered question
                empty: it is never counted as 0.
              </p>
              <InstrumentDownload href={`/api/past-results/${chosen.slug}`}>
                Download the empty file (CSV)
              </InstrumentDownload>
            </section>
            <PastResultsImporter
              key={`import ${chosen.slug}`}
              slug={chosen.slug}
              mostBytes={MOST_BYTES}
              mostRows={MOST_ROWS}
            />
          </>
        ) : null}
      </div>
    </>
  );
}
