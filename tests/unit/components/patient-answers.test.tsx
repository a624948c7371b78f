import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PatientAnswers } from "@/components/progress/patient-answers";
import { PaperForm } from "@/components/questionnaires/paper-form";
import { WaitingList } from "@/components/questionnaires/waiting-list";
import { responseDetails } from "@/lib/questionnaires/response-detail";
import type { ResponseRecord } from "@/lib/questionnaires/response-record";
import { evenAnswers, shipped } from "@/tests/support/instruments";
import { record } from "../questionnaires/records";

const index = shipped("knee-and-hip-index");
const screen = shipped("safety-screen-knee-and-back");
const nowhere = () => undefined;
const router = {
  back: nowhere,
  forward: nowhere,
  refresh: nowhere,
  push: nowhere,
  replace: nowhere,
  prefetch: nowhere,
  bfcacheId: "",
};
const refuse = async () => ({ ok: false as const, code: "conflict" as const, message: "", fieldErrors: {} });

const answersOf = (records: readonly ResponseRecord[], of?: string) =>
  renderToStaticMarkup(<PatientAnswers patientId="p" responses={responseDetails(records)} of={of} markSeen={refuse} />);
const scored = (pain: number, over: Parameters<typeof record>[2]) => record(index, evenAnswers(index, { pain }), over);

test("the newest answers are open and those before are folded, each with its files", () => {
  const html = answersOf([1, 2, 3].map((week) => scored(4 - week, { id: `r${week}`, week })));
  expect(html).toContain("3 sets of answers");
  const [open = "", ...folded] = html.split("<li><details");
  expect(folded).toHaveLength(2);
  expect(open).toContain("/api/answers/p?format=csv&amp;response=r3");
  expect(folded.join()).toContain("/api/answers/p?format=fhir&amp;response=r1");
  expect(html).toContain('href="/api/answers/p?format=csv"');
  expect(html).not.toContain("Correct it");
});

test("only what came from outside the portal, and stands, can be corrected here", () => {
  const first = scored(3, { id: "r1", source: "paper" });
  const html = answersOf([first, scored(2, { id: "r2", source: "paper", correctsId: "r1" })]);
  expect(html).toContain("/patients/p/answers/paper?corrects=r2");
  expect(html).not.toContain("corrects=r1");
});

test("what must be acted on can be marked as seen, and one questionnaire can be kept to", () => {
  const flagged = { ...evenAnswers(screen, {}), "back-numb-seat": 1 };
  const both = [record(screen, flagged, { instrumentId: "screen" }), scored(3, { instrumentId: "index", week: 1 })];
  const html = answersOf(both);
  expect(html).toContain("Call for help now");
  expect(html).toContain("Mark as seen");
  expect(html).toContain('href="/patients/p/answers?of=screen"');
  const kept = answersOf(both, "index");
  expect(kept).not.toContain("Mark as seen");
  expect(kept).toMatch(/aria-current="page"[^>]*href="\/patients\/p\/answers\?of=index"/);
  expect(answersOf(both, "no-such-thing")).toContain("Mark as seen");
});

test("without answers it says how they come", () => {
  expect(answersOf([])).toContain("No answers yet");
});

test("what waits says when it is due, how late it is and until when it can be answered", () => {
  const waiting = [
    { itemKey: "a", title: "Index", dueOn: "2026-03-02", overdueDays: 1, closesOn: "2026-03-08", requestId: "a" },
    { itemKey: "b", title: "Diary", dueOn: "2026-03-03", overdueDays: 0, closesOn: null, requestId: null },
  ];
  const html = renderToStaticMarkup(<WaitingList waiting={waiting} takeBack={refuse} actions={null} />);
  expect(html).toContain("1 day overdue");
  expect(html).toContain("Open until 8 Mar 2026");
  expect(html).toContain("Stays open");
  expect(html.match(/Take back/g)).toHaveLength(1);
});

test.each([
  ["giving-way-diary", 3],
  ["three-activities", 3],
  ["overall-change", 1],
  ["pain-now-best-worst", 3],
])("the paper form of %s names every field by its item, and counts its %i questions", (slug, count) => {
  const instrument = shipped(slug);
  const form = { patientId: "p", today: "2026-03-02", instrument, before: null, enterAnswers: refuse };
  const html = renderToStaticMarkup(
    <AppRouterContext value={router}>
      <PaperForm {...form} />
    </AppRouterContext>,
  );
  for (const { id } of instrument.subscales.flatMap(({ items }) => items)) {
    expect(html).toContain(`name="answers.${id}"`);
  }
  expect(html).toContain(`0 of ${count} entered`);
});
