import { DescriptionList } from "@/components/ui/description-list";
import { type Column, Table } from "@/components/ui/table";
import { between } from "@/lib/questionnaires/licensed/found-words";
import { answersInWords, type LicensedSlot, type SlotList } from "@/lib/questionnaires/licensed/slot";
import { InstrumentDownload } from "./instrument-download";
import { DIRECTION_WORDS } from "./instrument-words";

const COLUMNS: readonly Column<SlotList>[] = [
  { key: "title", header: "Part", primary: true, cell: ({ title }) => title },
  { key: "id", header: "Called in the file", cell: ({ id }) => <code>{id}</code> },
  { key: "items", header: "Questions", cell: (list) => between(list) },
  {
    key: "answers",
    header: "Answers",
    cell: ({ answers, ownAnswers }) =>
      `${answersInWords(answers)}${ownAnswers ? ", with words of its own for each question" : ""}`,
  },
];

/** What the portal knows of a published questionnaire: how it is built, and whose its words are. */
export function LicensedExpected({ slot }: { slot: LicensedSlot }) {
  const { slug, region, direction, licence, lists } = slot;
  return (
    <div className="grid gap-8">
      <section aria-labelledby="licence">
        <h2 id="licence" className="mb-1 text-xl">
          Who owns the words
        </h2>
        <DescriptionList
          items={[
            { term: "They belong to", detail: licence.holder },
            { term: "What we know", detail: licence.note },
            { term: "Where to ask", detail: licence.ask },
          ]}
        />
      </section>
      <section aria-labelledby="built">
        <h2 id="built" className="mb-1 text-xl">
          How it is built
        </h2>
        <p className="measure mb-2 text-ink-soft">
          {region}. {DIRECTION_WORDS[direction]} Your file has to fit this: the same parts, the same number of
          questions, in the same order, with the same answers.
        </p>
        <Table caption="Parts" hideCaption columns={COLUMNS} rows={lists} rowKey={({ id }) => id} className="text-sm" />
        <div className="mt-4">
          <InstrumentDownload href={`/api/questionnaire-words/${slug}`}>
            Download the empty file (CSV)
          </InstrumentDownload>
        </div>
        <p className="measure mt-2 text-ink-soft text-sm">
          Fill in the last column with the words you have a licence for, save it as CSV UTF-8, and bring it in here. A
          FHIR R4 Questionnaire (JSON) is taken too.
        </p>
      </section>
    </div>
  );
}
