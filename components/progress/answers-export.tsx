import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ResponseDetail } from "@/lib/questionnaires/response-detail";

const LINK =
  "inline-flex min-h-9 items-center gap-1.5 font-semibold text-sm text-teal-ink underline underline-offset-4 hover:decoration-2 pointer-coarse:min-h-11";

const FORMATS = [
  { format: "csv", label: "CSV" },
  { format: "fhir", label: "FHIR" },
] as const;

type Response = Pick<ResponseDetail, "responseId" | "source" | "isCorrected">;

/** Files of all a patient's answers. */
export function AnswersExport({ patientId }: { patientId: string }) {
  return (
    <div className="flex flex-wrap gap-x-4">
      {FORMATS.map(({ format, label }) => (
        <a key={format} href={`/api/answers/${patientId}?format=${format}`} download className={LINK}>
          <Icon name="download" className="size-4.5" />
          Export all as {label}
        </a>
      ))}
    </div>
  );
}

/** What can be done with one response: files of it, and putting right what was entered from paper. */
export function ResponseActions({ patientId, response }: { patientId: string; response: Response }) {
  const { responseId, source, isCorrected } = response;
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      {FORMATS.map(({ format, label }) => (
        <a
          key={format}
          href={`/api/answers/${patientId}?format=${format}&response=${responseId}`}
          download
          className={LINK}
        >
          <Icon name="download" className="size-4.5" />
          Export as {label}
        </a>
      ))}
      {source !== "portal" && !isCorrected ? (
        <ButtonLink
          href={`/patients/${patientId}/answers/paper?corrects=${responseId}`}
          variant="secondary"
          size="sm"
          icon="note"
        >
          Correct it
        </ButtonLink>
      ) : null}
    </div>
  );
}
