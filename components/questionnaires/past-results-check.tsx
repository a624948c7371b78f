import { Notice } from "@/components/ui/notice";
import type { PastRow } from "@/lib/questionnaires/past-results";
import type { Checked } from "./past-results-answers";
import { countRows, inResults } from "./past-results-steps";

const FAULTS_SHOWN = 50;

/** What checking a file showed: faults of the whole file, or how many lines would do what. */
export function PastResultsCheck({ checked }: { checked: Checked }) {
  if (checked.ok) return <Counts rows={checked.rows} />;
  if ("message" in checked) return <Notice tone="caution" live title={checked.message} />;
  const { faults } = checked;
  return (
    <Notice tone="caution" live title="The file cannot be brought in as it is. Nothing was written.">
      <ul className="list-disc ps-5">
        {faults.slice(0, FAULTS_SHOWN).map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
      {faults.length > FAULTS_SHOWN ? <p>And {faults.length - FAULTS_SHOWN} more.</p> : null}
    </Notice>
  );
}

function Counts({ rows }: { rows: readonly PastRow[] }) {
  const counts = countRows(rows);
  const said = [
    `${inResults(counts.new)} to bring in`,
    ...(counts.known > 0 ? [`${counts.known} already in the portal and left out`] : []),
    ...(counts.wrong > 0 ? [`${counts.wrong} wrong`] : []),
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
