import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ScoreSection } from "@/components/progress/score-section";
import { ResponseDetail } from "@/components/questionnaires/response-detail";
import { ResultLead } from "@/components/questionnaires/result-lead";
import { ResultParts } from "@/components/questionnaires/result-parts";
import { scoreSeries } from "@/lib/progress/score-series";
import { responseDetails } from "@/lib/questionnaires/response-detail";
import type { ResponseRecord } from "@/lib/questionnaires/response-record";
import { resultOf } from "@/lib/questionnaires/result";
import { itemsOf } from "@/lib/questionnaires/scales";
import { evenAnswers, licensed, shipped } from "@/tests/support/instruments";
import { keptRaw, on, response } from "../progress/courses";
import { record } from "../questionnaires/records";

/** What is read of a page: without marks, and spaces as they are seen. */
const textOf = (html: string) =>
  html
    .replaceAll(/<svg.*?<\/svg>/g, " ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
const result = (now: ResponseRecord, first: ResponseRecord | null = null, isStanding = true) => {
  const view = resultOf(now, first ? [first] : [], isStanding);
  return textOf(
    renderToStaticMarkup(<ResultLead result={view} />) + renderToStaticMarkup(<ResultParts result={view} />),
  );
};
const detail = (records: ResponseRecord[], context?: Parameters<typeof responseDetails>[1]) =>
  responseDetails(records, context).map((one) =>
    textOf(renderToStaticMarkup(<ResponseDetail response={one} actions={<button type="button">Export</button>} />)),
  )[0] ?? "";

const diary = shipped("giving-way-diary");
const change = shipped("overall-change");
const odi = licensed("odi");

describe("a result, as a patient reads it", () => {
  it("has the advice before any number, and what was ticked", () => {
    const text = result(record(diary, { ...evenAnswers(diary, { days: 3, doing: 0, unsure: 4 }), "doing-flat": 1 }));
    expect(text.indexOf("A knee that gives way again")).toBeGreaterThan(0);
    expect(text.indexOf("A knee that gives way again")).toBeLessThan(text.indexOf("Days with giving way"));
    expect(text).toContain("3 of 7");
    expect(text).toContain("You ticked: Walking on level ground");
    expect(text).not.toContain("Going up stairs");
  });

  it("says what ticking nothing meant, and that nothing was answered", () => {
    expect(result(record(diary, evenAnswers(diary, { doing: 0 })))).toContain("My knee did not give way");
    const silent = result(record(diary, evenAnswers(diary, { days: 0 })));
    expect(silent).toContain("What you were doing Left open.");
    const declined = itemsOf(diary).map(({ item }) => item.id);
    const unwilling = result(record(diary, evenAnswers(diary, { days: 0 }), { declined }));
    expect(unwilling).toContain("What you were doing You chose not to answer.");
    expect(unwilling).toContain("1 of 1 not answered You chose not to answer: How sure or unsure");
    expect(result(record(diary, evenAnswers(diary, { days: 0 }), { source: "paper" }))).toContain(
      "doing Not answered.",
    );
    expect(silent).toContain("Too little answered to score");
  });

  it("says overall change in the words of the answer, and no number", () => {
    const text = result(record(change, { "change-since-start": -1 }), record(change, { "change-since-start": 2 }));
    expect(text).toContain("Overall change: A bit worse.");
    expect(text).not.toMatch(/was|better than at first|worse than at first|first answers/);
  });

  it("says the published word for a total, and never a hurtful one", () => {
    const words = (value: number) => result(record(odi, evenAnswers(odi, { items: value })));
    expect(words(1)).toContain("Yours falls in the group “minimal”.");
    expect(words(5)).toContain("“the highest”");
    expect([0, 1, 2, 3, 4, 5].map(words).join(" ")).not.toMatch(/crippled|exaggerated|bed.bound/);
  });

  it("says that answers came from paper, or were corrected since", () => {
    const answers = evenAnswers(diary, { days: 1 });
    const paper = record(diary, answers, { source: "paper", answeredOn: "2025-03-01" });
    expect(result(paper)).toContain("Answered on paper on Saturday 1 March 2025");
    expect(result(record(diary, answers), null, false)).toContain("You have corrected these answers since.");
    expect(result(record(diary, answers, { correctsId: "x" }))).toContain(
      "These answers replace ones you sent before.",
    );
  });
});

describe("a response, as a clinician reads it", () => {
  it("has every item with its words, what it was, and better and worse the way answers run", () => {
    const sane = shipped("single-number-function");
    const text = detail([record(sane, { "function-today": 40 }), record(sane, { "function-today": 65 }, { week: 4 })]);
    expect(text).toMatch(/65 of 100 Before 40 of 100 Change 25 better/);
    expect(text).toContain("Took 5 minutes");
    expect(text).toContain("Version 1");
    expect(text).toContain("Apache-2.0");
    expect(text).toContain("Export");
  });

  it("calls a change without a score a change", () => {
    const answers = evenAnswers(diary, { days: 0, doing: 0, unsure: 4 });
    const text = detail([record(diary, answers), record(diary, { ...answers, "doing-flat": 1 }, { week: 1 })]);
    expect(text).toMatch(/Walking on level ground Answer 1, Ticked Before 0, Not ticked Change changed/);
  });

  it("says who entered it, why it was corrected, and who has seen what must be acted on", () => {
    const sent = record(diary, evenAnswers(diary, { days: 5 }), {
      source: "paper",
      correctsId: "before",
      correctionReason: "Misread the sheet",
    });
    const by = { on: "2025-03-04", by: "Priya Raman", note: "" };
    const context = { enteredBy: new Map([[sent.id, "Priya Raman"]]), reviewed: new Map([[sent.id, by]]) };
    const text = detail([sent], context);
    expect(text).toContain("Entered from paper by Priya Raman on 3 Mar 2025");
    expect(text).toContain("Why it was corrected: Misread the sheet");
    expect(text).toContain("Seen by Priya Raman on 4 Mar 2025.");
    expect(text).not.toContain("Took");
    expect(detail([record(diary, evenAnswers(diary, { days: 5 }))])).toContain("Nobody has marked this as seen yet.");
    expect(detail([{ ...sent, source: "import" }], context)).toContain("Past result brought in by Priya Raman");
  });

  it("has published figures, and what was missing with the reason", () => {
    const text = detail([record(odi, { "items-1": 3 })]);
    expect(text).toContain("Published figures");
    expect(text).toContain("9 of 10 not answered");
    expect(text).toMatch(/Not scored: 9 of 10 missing/);
    expect(text).toContain("Answer Not reached");
    expect(text).not.toContain("Would rather not answer");
  });

  it("tells what somebody would rather not answer from what they did not reach, and neither from paper", () => {
    const text = detail([record(odi, { "items-1": 3 }, { declined: ["items-2"] })]);
    expect(text.match(/Answer Would rather not answer/g)).toHaveLength(1);
    expect(text.match(/Answer Not reached/g)).toHaveLength(8);
    expect(detail([record(odi, { "items-1": 3 }, { source: "paper" })]).match(/Answer Not answered/g)).toHaveLength(9);
  });
});

describe("scores on the page of progress", () => {
  it("have a chart for each range, and the figures of a licensed one for everybody", () => {
    const lefs = { ...licensed("lefs"), versionId: "lefs" };
    const told = { ...diary, versionId: "diary" };
    const series = scoreSeries({
      instruments: [lefs, told],
      responses: [
        response(on(1), {}, { instrumentVersionId: "lefs", scores: [keptRaw("total", 40, [0, 80])] }),
        response(on(29), {}, { instrumentVersionId: "lefs", scores: [keptRaw("total", 60, [0, 80])] }),
        response(
          on(2),
          {},
          {
            instrumentVersionId: "diary",
            scores: [keptRaw("days", 2, [0, 7]), keptRaw("unsure", 4, [0, 10])],
          },
        ),
      ],
    });
    const html = renderToStaticMarkup(<ScoreSection series={series} marks={[]} empty={null} next={<p>Later</p>} />);
    expect(html.match(/<figure/g)).toHaveLength(3);
    expect(textOf(html)).toContain("What studies of this questionnaire found");
    expect(textOf(html)).toContain("Dashed line: the least change for the better that people usually notice, 9.");
    expect(html.match(/Later/g)).toHaveLength(1);
  });
});
