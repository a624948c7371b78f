import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { NO_REASON_RANK, WORKLIST_REASONS, type WorklistFacts, worklistRow } from "@/lib/progress/worklist-rules";

const TODAY = "2025-04-02";
const ago = (days: number) => addDays(TODAY, -days);
const everyDay = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => ago(from - index));

const facts = (over: Partial<WorklistFacts> = {}): WorklistFacts => ({
  today: TODAY,
  invitedOn: ago(40),
  acceptedOn: ago(40),
  plan: { startsOn: ago(40), endsOn: null },
  exerciseDays: everyDay(40, 0),
  lastLogOn: ago(1),
  pain: { rose: false, recent: null, before: null },
  flagged: [],
  asked: [],
  ready: [],
  questionsDueOn: [],
  ...over,
});
const words = (over: Partial<WorklistFacts>) => worklistRow(facts(over)).reasons.map((reason) => reason.words);

describe("worklistRow", () => {
  it("has no reason for a patient who is well under way", () => {
    expect(worklistRow(facts())).toEqual({ reasons: [], rank: NO_REASON_RANK });
  });

  it.each<[string, Partial<WorklistFacts>, string[]]>([
    ["pain rose", { pain: { rose: true, recent: 5.6, before: 3.1 } }, ["Pain 3.1 → 5.6 in a week"]],
    ["pain is high but did not rise", { pain: { rose: false, recent: 8, before: 8 } }, []],
    ["answered something to act on", { flagged: ["Fever"] }, ["Answered: Fever"]],
    ["answered several, the most urgent first", { flagged: ["Fever", "Limp"] }, ["Answered: Fever, and 1 more"]],
    ["asked one thing", { asked: ["May I swim?"] }, ["Asked a question: “May I swim?”"]],
    [
      "ready for more",
      { ready: ["Squat: 5.5 kg in place of 5 kg"] },
      ["Ready for more? Squat: 5.5 kg in place of 5 kg"],
    ],
    ["ready for more in two ways", { ready: ["Squat", "Bridge"] }, ["Ready for more? Squat, and 1 more"]],
    ["asked two, the older first", { asked: ["May I swim?", "Or run?"] }, ["Asked 2 questions: “May I swim?”"]],
    ["silent for 9 days", { lastLogOn: ago(9) }, ["No log for 9 days"]],
    ["silent for 7 days", { lastLogOn: ago(7) }, ["No log for 7 days"]],
    ["silent for 6 days", { lastLogOn: ago(6) }, []],
    ["never logged", { lastLogOn: null }, ["No log in the 40 days since the start"]],
    [
      "logged only before this plan",
      { plan: { startsOn: ago(8), endsOn: null }, lastLogOn: ago(30) },
      ["No log in the 8 days since the start"],
    ],
    ["accepted after the plan began", { acceptedOn: ago(6), lastLogOn: null }, []],
    ["brand new", { plan: { startsOn: ago(2), endsOn: null }, acceptedOn: ago(2), lastLogOn: null }, []],
    ["plan of yesterday, old log", { plan: { startsOn: ago(1), endsOn: null }, lastLogOn: ago(30) }, []],
    ["plan not begun", { plan: { startsOn: ago(-1), endsOn: null }, lastLogOn: null }, []],
    ["plan ended", { plan: { startsOn: ago(40), endsOn: ago(1) }, lastLogOn: ago(20) }, []],
    ["plan ends today", { plan: { startsOn: ago(40), endsOn: TODAY }, lastLogOn: ago(20) }, ["No log for 20 days"]],
    ["nothing was due since the last log", { exerciseDays: [ago(30), ago(20)], lastLogOn: ago(20) }, []],
    ["what was due since is only two days old", { exerciseDays: [ago(30), ago(2)], lastLogOn: ago(30) }, []],
    [
      "what was due since is three days old",
      { exerciseDays: [ago(30), ago(3)], lastLogOn: ago(30) },
      ["No log for 30 days"],
    ],
    ["questions 3 days late", { questionsDueOn: [ago(3)] }, ["Questions overdue by 3 days"]],
    ["questions 2 days late", { questionsDueOn: [ago(2)] }, []],
    ["several questions late", { questionsDueOn: [ago(4), ago(11), ago(1)] }, ["Questions overdue by 11 days"]],
    ["questions of an ended plan", { plan: { startsOn: ago(40), endsOn: ago(1) }, questionsDueOn: [ago(11)] }, []],
    [
      "questions of before a plan not begun",
      { plan: { startsOn: ago(-1), endsOn: null }, questionsDueOn: [ago(11)] },
      [],
    ],
    ["invited 3 days ago", { invitedOn: ago(3), acceptedOn: null }, ["Invited 3 days ago, not signed in yet"]],
    ["invited 2 days ago", { invitedOn: ago(2), acceptedOn: null }, []],
    ["never invited", { invitedOn: null, acceptedOn: null }, ["Has a plan, not invited yet"]],
    ["no plan", { plan: null, exerciseDays: [], lastLogOn: null }, ["No plan yet"]],
  ])("%s", (_, over, expected) => expect(words(over)).toEqual(expected));

  it("puts the most pressing reason first", () => {
    const row = worklistRow(
      facts({ pain: { rose: true, recent: 6, before: 4 }, lastLogOn: ago(8), questionsDueOn: [ago(5)] }),
    );
    expect(row.reasons.map(({ reason }) => reason)).toEqual(["pain-rose", "silent", "questions-overdue"]);
  });

  it("ranks by the most pressing reason, then by how many there are", () => {
    const pain = { rose: true, recent: 6, before: 4 };
    const rows = [
      facts({ pain, questionsDueOn: [ago(5)] }),
      facts({ pain }),
      facts({ lastLogOn: ago(8), questionsDueOn: [ago(5)] }),
      facts({ lastLogOn: ago(8) }),
      facts({ questionsDueOn: [ago(5)] }),
      facts({ plan: null, acceptedOn: null, invitedOn: ago(5) }),
      facts({ plan: null }),
      facts(),
    ];
    const ranks = rows.map((row) => worklistRow(row).rank);
    expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
  });

  it("ranks any patient with a pressing reason before any whose first reason is less so", () => {
    const day = fc.integer({ min: -5, max: 60 }).map(ago);
    const anyFacts = fc.record({
      today: fc.constant(TODAY),
      invitedOn: fc.option(day),
      acceptedOn: fc.option(day),
      plan: fc.option(fc.record({ startsOn: day, endsOn: fc.option(day) })),
      exerciseDays: fc.array(day, { maxLength: 5 }),
      lastLogOn: fc.option(day),
      pain: fc.record({ rose: fc.boolean(), recent: fc.constant(6), before: fc.constant(3) }),
      flagged: fc.array(fc.string(), { maxLength: 3 }),
      asked: fc.array(fc.string(), { maxLength: 3 }),
      questionsDueOn: fc.array(day, { maxLength: 3 }),
      ready: fc.array(fc.string(), { maxLength: 3 }),
    });
    const place = (row: ReturnType<typeof worklistRow>) =>
      row.reasons[0] ? WORKLIST_REASONS.indexOf(row.reasons[0].reason) : WORKLIST_REASONS.length;
    fc.assert(
      fc.property(anyFacts, anyFacts, (one, other) => {
        const [a, b] = [worklistRow(one), worklistRow(other)];
        if (place(a) < place(b)) expect(a.rank).toBeLessThan(b.rank);
        const order = a.reasons.map(({ reason }) => WORKLIST_REASONS.indexOf(reason));
        expect(order).toEqual([...new Set(order)].sort((x, y) => x - y));
      }),
    );
  });
});
