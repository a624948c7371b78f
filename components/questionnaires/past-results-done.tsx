import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { PastRow } from "@/lib/questionnaires/past-results";
import { inResults, patientsOf } from "./past-results-steps";

const PATIENTS_SHOWN = 20;

type Props = { outcome: { added: number; known: number }; rows: readonly PastRow[]; onAgain: () => void };

/** The end: what was brought in, and where to read it. */
export function PastResultsDone({ outcome: { added, known }, rows, onAgain }: Props) {
  const patients = patientsOf(rows);
  return (
    <div className="grid gap-4">
      <Notice tone="success" live title={`${inResults(added)} ${added === 1 ? "is" : "are"} in the portal.`}>
        {known > 0 ? `${known} ${known === 1 ? "was" : "were"} there already and left out.` : null}
      </Notice>
      {added > 0 ? (
        <section aria-labelledby="whose">
          <h2 id="whose" className="mb-1 text-lg">
            Read the answers of
          </h2>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {patients.slice(0, PATIENTS_SHOWN).map(({ id, name }) => (
              <li key={id}>
                <TextLink
                  href={`/patients/${id}/answers`}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center"
                >
                  <bdi>{name}</bdi>
                </TextLink>
              </li>
            ))}
          </ul>
          {patients.length > PATIENTS_SHOWN ? (
            <p className="text-ink-soft">And of {patients.length - PATIENTS_SHOWN} more patients.</p>
          ) : null}
        </section>
      ) : null}
      <Button variant="secondary" className="w-fit" onClick={onAgain}>
        Bring in another file
      </Button>
    </div>
  );
}
