import { DescriptionList } from "@/components/ui/description-list";
import { PlumbItem, PlumbLine } from "@/components/ui/plumb-line";
import { formatInstant } from "@/lib/core/calendar";
import { questionCount } from "@/lib/questionnaires/asked-questions";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import type { WrittenVersion } from "@/lib/questionnaires/queries/shelf";
import { inMinutes, inQuestions } from "./asked-words";

type Props = { instrument: Instrument; versions: readonly WrittenVersion[]; timeZone: string };

/** Size, days asked about, licence and versions of a questionnaire. */
export function InstrumentFacts({ instrument, versions, timeZone }: Props) {
  const { minutes, recall, licence, licenceReference } = instrument;
  return (
    <>
      <section>
        <h2 className="mb-1 text-base">In short</h2>
        <DescriptionList
          items={[
            { term: "Size", detail: inQuestions(questionCount(instrument)) },
            { term: "Takes about", detail: inMinutes(minutes) },
            { term: "Asks about", detail: recall },
            { term: "Licence", detail: licence },
            ...(licenceReference ? [{ term: "Your clinic’s licence", detail: licenceReference }] : []),
          ]}
          className="text-sm"
        />
      </section>
      <section>
        <h2 className="mb-1 text-base">Versions</h2>
        <p className="text-ink-soft text-sm">Answers keep the version they were given to, for ever.</p>
        <PlumbLine label="Versions, newest first" className="mt-3">
          {versions.map(({ number, createdAt, writtenBy }, at) => (
            <PlumbItem key={number} marker={at === 0 ? "now" : "dot"} className="pb-3">
              <p className="font-medium text-sm">Version {number}</p>
              <p className="text-ink-soft text-sm">
                {formatInstant(createdAt, timeZone)}
                {writtenBy ? `, ${writtenBy}` : ", came with the portal"}
              </p>
            </PlumbItem>
          ))}
        </PlumbLine>
      </section>
    </>
  );
}
