import { expect, test } from "vitest";
import { groupedInstruments, isFoundBy, sizeInWords } from "@/components/questionnaires/send-now-groups";
import { answersByInstrument } from "@/lib/questionnaires/answer-groups";
import type { InstrumentOrigin } from "@/lib/questionnaires/vocabulary";

type Response = Parameters<typeof answersByInstrument>[0][number] & { id: string };
const response = (id: string, instrumentId: string, changes: Partial<Response> = {}): Response => ({
  id,
  instrumentId,
  title: `Title of ${id}`,
  isCorrected: false,
  flags: [],
  reviewed: null,
  ...changes,
});
const FLAG = { level: "same-day", reason: "Cannot feel it pass" } as const;
const SEEN = { on: "2026-03-02", by: "Casey", note: "" };

test("of each questionnaire the newest that stands is open, and what nobody has seen", () => {
  const groups = answersByInstrument([
    response("index-4", "index", { isCorrected: true }),
    response("index-3", "index"),
    response("screen-1", "screen", { flags: [FLAG], reviewed: SEEN }),
    response("index-2", "index", { flags: [FLAG] }),
    response("screen-0", "screen", { flags: [FLAG], reviewed: SEEN }),
    response("index-1", "index"),
  ]);
  const ids = (list: readonly Response[]) => list.map(({ id }) => id);
  expect(groups.map(({ instrumentId, title, open, folded }) => [instrumentId, title, ids(open), ids(folded)])).toEqual([
    ["index", "Title of index-4", ["index-3", "index-2"], ["index-4", "index-1"]],
    ["screen", "Title of screen-1", ["screen-1"], ["screen-0"]],
  ]);
});

test("an unseen answer of one that was corrected does not stand for the newest", () => {
  const [group] = answersByInstrument([
    response("b", "index", { isCorrected: true, flags: [FLAG] }),
    response("a", "index"),
  ]);
  expect(group?.open.map(({ id }) => id)).toEqual(["b", "a"]);
});

test("a questionnaire is found by any words of its names", () => {
  const index = { title: "Knee and hip index", shortTitle: "Index" };
  for (const search of ["", "  ", "HIP", "index knee", "hip kn"]) expect(isFoundBy(index, search)).toBe(true);
  expect(isFoundBy({ title: "Échelle", shortTitle: "É" }, "echelle")).toBe(true);
  expect(isFoundBy(index, "back")).toBe(false);
});

test("they are grouped by whose words they are", () => {
  const of = (slug: string, origin: InstrumentOrigin) => ({ slug, origin });
  const [own, theirs] = [of("index", "shipped"), of("oks", "licensed")];
  expect(groupedInstruments([theirs, own]).map(({ list }) => list)).toEqual([[own], [theirs]]);
  expect(groupedInstruments([own])).toHaveLength(1);
});

test.each([
  [1, 1, "1 question, about 1 minute"],
  [24, 8, "24 questions, about 8 minutes"],
])("%i and %i minutes are %s", (count, minutes, words) => expect(sizeInWords({ count, minutes })).toBe(words));
