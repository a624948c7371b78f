import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { ChosenFile } from "./instrument-file";
import { listLines } from "./past-results-answers";

type Props = { slug: string; file: ChosenFile };

/** Every line of the file with what it would do, as a table to open in a spreadsheet. */
export function PastResultsList({ slug, file }: Props) {
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string>();

  async function download() {
    setPending(true);
    setMessage(undefined);
    const list = await listLines(slug, file.bytes);
    setPending(false);
    if ("message" in list) setMessage(list.message);
    else save(list, `what-each-line-does-${slug}.csv`);
  }

  return (
    <div className="grid gap-3">
      <Button
        variant="secondary"
        icon="download"
        className="w-fit"
        pending={isPending}
        pendingLabel="Making the list"
        onClick={() => void download()}
      >
        Download the whole list (CSV)
      </Button>
      <FormErrorSummary message={message} />
    </div>
  );
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
