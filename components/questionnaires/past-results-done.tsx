import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { inResults, inThousands, type PastFindings } from "./past-results-steps";

type Props = { outcome: { added: number; known: number }; found: PastFindings; onAgain: () => void };

/** The end: what was brought in, and where to read it. */
export function PastResultsDone({ outcome: { added, known }, found, onAgain }: Props) {
  const { patients, patientCount } = found;
  return (
    <div className="grid gap-4">
      <Notice tone="success" live title={`${inResults(added)} ${added === 1 ? "is" : "are"} in the portal.`}>
        {known > 0 ? `${inThousands(known)} ${known === 1 ? "was" : "were"} there already and left out.` : null}
      </Notice>
      {added > 0 ? (
        <section aria-labelledby="whose">
          <h2 id="whose" className="mb-1 text-lg">
            Read the answers of
          </h2>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {patients.map(({ id, name }) => (
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
          {patientCount > patients.length ? (
            <p className="text-ink-soft">And of {inThousands(patientCount - patients.length)} more patients.</p>
          ) : null}
        </section>
      ) : null}
      <Button variant="secondary" className="w-fit" onClick={onAgain}>
        Bring in another file
      </Button>
    </div>
  );
}
