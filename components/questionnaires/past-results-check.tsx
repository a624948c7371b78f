import { Notice } from "@/components/ui/notice";
import type { Checked } from "./past-results-answers";
import { countsOf, inResults, inThousands, type PastFindings } from "./past-results-steps";

/** What checking a file showed: faults of the whole file, or how many lines would do what. */
export function PastResultsCheck({ checked }: { checked: Checked }) {
  if (checked.ok) return <Counts found={checked} />;
  if ("message" in checked) return <Notice tone="caution" live title={checked.message} />;
  const { faults, faultCount } = checked;
  return (
    <Notice tone="caution" live title="The file cannot be brought in as it is. Nothing was written.">
      <ul className="list-disc ps-5">
        {faults.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
      {faultCount > faults.length ? <p>And {inThousands(faultCount - faults.length)} more.</p> : null}
    </Notice>
  );
}

function Counts({ found }: { found: PastFindings }) {
  const counts = countsOf(found);
  const said = [
    `${inResults(counts.new)} to bring in`,
    ...(counts.known > 0 ? [`${inThousands(counts.known)} already in the portal and left out`] : []),
    ...(counts.wrong > 0 ? [`${inThousands(counts.wrong)} wrong`] : []),
  ].join(", ");
  if (counts.wrong > 0) {
    return (
      <Notice tone="caution" live title={`${said}.`}>
        All lines are brought in, or none. Put the wrong ones right in the file, choose it again and check it again.
      </Notice>
    );
  }
  return (
    <Notice tone="info" live title={`${said}.`}>
      {counts.new > 0 ? "Nothing is written yet." : "There is nothing new in this file."}
    </Notice>
  );
}
