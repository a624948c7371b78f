import { describe, expect, test } from "vitest";
import { patientEntry } from "@/lib/progress/patient-entry";
import { regionInWords, shareInWords } from "@/lib/progress/person-words";
import { portalState } from "@/lib/progress/portal-state";
import { patientSearchSchema } from "@/lib/progress/schemas";
import { worklistEntry } from "@/lib/progress/worklist-entry";
import { course, log, on, plan, questions, START, version } from "./courses";

const at = (day: string, time = "12:00:00Z") => new Date(`${day}T${time}`);
const person = {
  id: "patient",
  name: "Pat",
  region: "knee" as const,
  side: "left" as const,
  timeZone: "Europe/London",
  invitedAt: at(on(-3)),
  expiresAt: at(on(4)),
  acceptedAt: at(on(-2)),
  disabledAt: null,
  lastLogOn: null,
  lastAnsweredOn: null,
  lastReadAt: null,
};
const { plans } = course();
const nothing = { plans, requests: [], pain: [], answered: [], asked: [], flagged: [], ready: [] };

describe("a row of the worklist", () => {
  test("silence and open questions are told on the patient's own calendar", () => {
    const entry = worklistEntry(person, nothing, at(on(11)));
    expect(entry?.reasons.map(({ words }) => words)).toEqual([
      "No log in the 10 days since the start",
      "Questions overdue by 10 days",
    ]);
    const inAuckland = worklistEntry({ ...person, timeZone: "Pacific/Auckland" }, nothing, at(on(11)));
    expect(inAuckland?.reasons[1]?.words).toBe("Questions overdue by 11 days");
  });

  test("the small picture has the last eight weeks, a gap where nothing was said", () => {
    const pain = [
      { day: on(1), pain: 4 },
      { day: on(2), pain: 6 },
      { day: on(22), pain: 3 },
      { day: on(-60), pain: 9 },
    ];
    const entry = worklistEntry(person, { ...nothing, pain }, at(on(29)));
    expect(entry?.spark).toEqual([null, null, null, 5, null, null, 3, null]);
  });

  test("who is not under treatment has no row", () => {
    const over = [plan([version(1, START, [questions()])], { endsOn: on(5) })];
    expect(worklistEntry(person, { ...nothing, plans: over }, at(on(6)))).toBeNull();
    expect(worklistEntry({ ...person, disabledAt: at(on(1)) }, nothing, at(on(6)))).toBeNull();
  });

  test("a question that waits keeps somebody in sight whose plan is over, and not one whose access is off", () => {
    const over = [plan([version(1, START, [questions()])], { endsOn: on(5) })];
    const asked = { ...nothing, plans: over, asked: ["May I go on?"] };
    expect(worklistEntry(person, asked, at(on(6)))?.reasons.map(({ reason }) => reason)).toEqual(["asked"]);
    expect(worklistEntry({ ...person, disabledAt: at(on(1)) }, asked, at(on(6)))).toBeNull();
  });

  test("an answer to act on keeps somebody in sight whose plan is over", () => {
    const over = [plan([version(1, START, [questions()])], { endsOn: on(5) })];
    const flagged = {
      ...nothing,
      plans: over,
      flagged: [{ level: "same-day" as const, reason: "The knee is locked" }],
    };
    expect(worklistEntry(person, flagged, at(on(6)))?.reasons).toEqual([
      { reason: "flagged", words: "Answered: The knee is locked" },
    ]);
  });
});

test("a row of the list of patients knows when they were last heard of and how much of two weeks was done", () => {
  const logs = [on(20), on(21)].map((day) => ({ ...log(day), setsPrescribed: 3 }));
  const heard = { ...person, lastLogOn: on(21), lastAnsweredOn: on(1), lastReadAt: at(on(24), "23:30:00Z") };
  const entry = patientEntry(heard, plans, logs, at(on(29)));
  expect(entry).toMatchObject({ lastActiveOn: on(24), recentShare: 2 / 13 });
  expect(patientEntry({ ...heard, timeZone: "Europe/Paris" }, plans, logs, at(on(29))).lastActiveOn).toBe(on(25));
  expect(patientEntry(person, [], [], at(on(29)))).toMatchObject({ lastActiveOn: null, recentShare: null });
});

test.each([
  ["not-invited", { invitedAt: null, expiresAt: null, acceptedAt: null }],
  ["invited", { acceptedAt: null }],
  ["expired", { acceptedAt: null, expiresAt: at(on(1)) }],
  ["accepted", {}],
  ["off", { disabledAt: at(on(1)) }],
])("an invitation is %s", (state, facts) => {
  expect(portalState({ ...person, ...facts }, at(on(1)))).toBe(state);
});

test("words for a person's region, and for shares", () => {
  expect(regionInWords("knee", "left")).toBe("left knee");
  expect(regionInWords("hip", "both")).toBe("both hips");
  expect(regionInWords("lower-back", "central")).toBe("lower back");
  expect(regionInWords("lower-back", "right")).toBe("lower back, right side");
  expect([null, 0, 0.666, 1].map(shareInWords)).toEqual(["–", "0%", "67%", "100%"]);
});

test("what is searched for is trimmed, cut and free of control characters", () => {
  const { search } = patientSearchSchema.parse({ search: `  a\u0000b${"x".repeat(500)}` });
  expect(search).toBe(`ab${"x".repeat(118)}`);
  expect(patientSearchSchema.parse({})).toEqual({ search: "" });
});
