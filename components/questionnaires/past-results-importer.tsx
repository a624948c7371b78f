"use client";

import { useIsReady } from "@/components/access/use-acting";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ChosenFile } from "./instrument-file";
import { InstrumentFileField } from "./instrument-file-field";
import { PastResultsCheck } from "./past-results-check";
import { PastResultsDone } from "./past-results-done";
import { PastResultsList } from "./past-results-list";
import { usePastResults } from "./past-results-state";
import { countsOf, inResults, type PastFindings } from "./past-results-steps";
import { PastResultsTables } from "./past-results-table";

type Props = { slug: string; mostBytes: number; mostRows: number };

/** A file of past results: chosen, checked line by line without writing anything, and then brought in whole. */
export function PastResultsImporter({ slug, mostBytes, mostRows }: Props) {
  const isReady = useIsReady();
  const { file, step, choose, check, bringIn, again } = usePastResults(slug, mostBytes);
  if (step.at === "done") return <PastResultsDone outcome={step.outcome} found={step.found} onAgain={again} />;
  if (step.at === "sending") {
    return (
      <div className="grid max-w-xl gap-2">
        <ProgressBar value={step.done} max={Math.max(1, step.of)} label="Bringing in" />
        <p className="text-ink-soft text-sm">Keep this page open until it says that it is done.</p>
      </div>
    );
  }
  if (step.at === "cut") {
    return (
      <Notice
        tone="caution"
        live
        title="The connection was cut before we heard the end."
        actions={<Button onClick={() => void bringIn(step.found, step.id)}>Send it again</Button>}
      >
        The results are all in, or none of them is. Send the file again: what is in already is not brought in twice.
      </Notice>
    );
  }
  return (
    <div className="grid gap-6">
      <div className="grid max-w-xl gap-3">
        <InstrumentFileField
          name="file"
          label="File with the results"
          hint={`CSV UTF-8, up to ${mostRows} lines and ${mostBytes / 1_000_000} MB.`}
          accept=".csv,text/csv"
          disabled={!isReady || step.at === "checking"}
          chosen={file}
          error={step.at === "choosing" ? step.problem : undefined}
          onChoose={(chosen) => void choose(chosen)}
        />
        <Button
          variant={step.at === "checked" && step.checked.ok ? "secondary" : "primary"}
          className="w-fit"
          disabled={!isReady}
          pending={step.at === "checking"}
          pendingLabel="Checking…"
          onClick={() => void check()}
        >
          Check the file
        </Button>
      </div>
      {step.at === "checked" ? <PastResultsCheck checked={step.checked} /> : null}
      {step.at === "checked" && step.checked.ok && file ? (
        <Checked
          slug={slug}
          file={file}
          found={step.checked}
          refusal={step.refusal}
          onBringIn={(found) => void bringIn(found, step.id)}
        />
      ) : null}
    </div>
  );
}

type CheckedProps = {
  slug: string;
  file: ChosenFile;
  found: PastFindings;
  refusal?: string;
  onBringIn: (found: PastFindings) => void;
};

function Checked({ slug, file, found, refusal, onBringIn }: CheckedProps) {
  const counts = countsOf(found);
  return (
    <section aria-label="What each line would do" className="grid gap-4">
      <FormErrorSummary message={refusal} />
      <div className="flex flex-wrap items-start gap-3">
        {counts.wrong === 0 && counts.new > 0 ? (
          <Button icon="up" onClick={() => onBringIn(found)}>
            Bring in {inResults(counts.new)}
          </Button>
        ) : null}
        <PastResultsList slug={slug} file={file} />
      </div>
      <PastResultsTables found={found} />
    </section>
  );
}
