import { addDays, calendarDayOf } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { answerQuestions, type Line, linesOf } from "../support/e2e/records";
import { builtActions, send } from "../support/e2e/server-actions";
import { expect, test, visit } from "../support/e2e/test";
import { freshEmail, invite, makePatient, makeWorld, type PatientAccount, type World } from "../support/e2e/world";

const MEGABYTE = "ab ".repeat(350_000);

let world: World;
let patient: PatientAccount;
let line: Line;
let draftId: string;
const today = calendarDayOf(new Date(), "Europe/London");

test.beforeAll(async ({ admin }) => {
  world = await makeWorld(admin);
  patient = await makePatient(admin, world);
  const [first] = await linesOf(admin, patient, "exercise");
  if (!first) throw new Error("the plan has no exercise");
  line = first;
  ({ draftId } = await answerQuestions(admin, patient, { count: 1, value: 1, isSent: false }));
});

const actionNamed = (name: string, file = "") => {
  const action = builtActions().find((one) => one.name === name && one.file.includes(file));
  if (!action) throw new Error(`the build has no action ${name}`);
  return action;
};

const log = (changes: object) => ({
  id: newId(),
  entries: [
    {
      id: newId(),
      planItemId: line.id,
      dueOn: today,
      occasion: 1,
      outcome: "done",
      setsDone: 2,
      painNrs: 1,
      performedAt: new Date().toISOString(),
      ...changes,
    },
  ],
});

const LOGS: [what: string, changes: () => object, field: string, words: RegExp][] = [
  ["pain 11", () => ({ painNrs: 11 }), "painNrs", /0 to 10/],
  ["pain that is no number", () => ({ painNrs: "3" }), "painNrs", /0 to 10/],
  ["effort of half a point", () => ({ effortRpe: 2.5 }), "effortRpe", /0 to 10/],
  ["sets -1", () => ({ setsDone: -1 }), "setsDone", /less than 0/],
  ["a note of a megabyte", () => ({ note: MEGABYTE }), "note", /2,000/],
  ["an outcome nobody knows", () => ({ outcome: "won" }), "outcome", /./],
  ["a day that is none", () => ({ dueOn: "2026-02-30" }), "dueOn", /./],
  ["a day before the plan began", () => ({ dueOn: addDays(today, -3) }), "dueOn", /./],
  ["a day to come", () => ({ dueOn: addDays(today, 2) }), "dueOn", /./],
  [
    "a time to come",
    () => ({ performedAt: new Date(Date.now() + 2 * 60 * 60 * 1000).toISOString() }),
    "performedAt",
    /./,
  ],
  ["a key too many", () => ({ isAdmin: true }), "", /do not know/],
];

for (const [what, changes, field, words] of LOGS) {
  test(`a log with ${what} is refused where it is wrong`, async ({ request, admin }) => {
    const { answer } = await send(request, actionNamed("record"), log(changes()), { cookie: patient.cookie });
    expect(answer).toMatchObject({ ok: false, code: "invalid" });
    const path = field ? `entries.0.${field}` : "entries.0";
    expect(Object.keys(answer?.fieldErrors ?? {})).toEqual([path]);
    expect(answer?.fieldErrors?.[path]).toMatch(words);
    expect(await admin`select 1 from practice_logs where patient_id = ${patient.patientId}`).toHaveLength(0);
  });
}

test("a log of an exercise that was never prescribed is not found", async ({ request }) => {
  const { answer } = await send(request, actionNamed("record"), log({ planItemId: newId() }), {
    cookie: patient.cookie,
  });
  expect(answer).toMatchObject({ ok: false, code: "not-found" });
});

test("an answer outside its scale, or to no question, is refused", async ({ request, admin }) => {
  const action = actionNamed("save", "questions");
  const answeredAt = new Date().toISOString();
  const [row] = await admin<{ item: string }[]>`select item_id as item from draft_answers where draft_id = ${draftId}`;
  for (const [itemId, value] of [
    [row?.item, 5],
    [row?.item, -1],
    [row?.item, 1.5],
    [row?.item, "2"],
    ["no-such-question", 1],
    [MEGABYTE, 1],
  ]) {
    const { answer } = await send(request, action, { draftId, itemId, value, answeredAt }, { cookie: patient.cookie });
    expect(answer, `${String(itemId).slice(0, 20)} = ${value}`).toMatchObject({ ok: false, code: "invalid" });
  }
  const kept = await admin<{ value: number }[]>`select value from draft_answers where draft_id = ${draftId}`;
  expect([...kept]).toEqual([{ value: 1 }]);
});

const person = () => ({
  id: newId(),
  name: "Bo",
  dateOfBirth: "1970-01-01",
  email: freshEmail("bo"),
  region: "knee",
  side: "left",
  goal: "To dance",
  timeZone: "Europe/London",
});

const PEOPLE: [what: string, changes: object, field: string][] = [
  ["no name", { name: "   " }, "name"],
  ["a name of a megabyte", { name: MEGABYTE }, "name"],
  ["a birthday to come", { dateOfBirth: "2999-12-31" }, "dateOfBirth"],
  ["a birthday of another calendar", { dateOfBirth: "31.12.1970" }, "dateOfBirth"],
  ["no address", { email: "bo at home" }, "email"],
  ["a part of the body nobody has", { region: "wing" }, "region"],
  ["a time zone of nowhere", { timeZone: "Atlantis/Capital" }, "timeZone"],
  ["a goal of a megabyte", { goal: MEGABYTE }, "goal"],
  ["a key too many", { clinicId: newId() }, ""],
];

for (const [what, changes, field] of PEOPLE) {
  test(`a patient with ${what} is refused where it is wrong`, async ({ request, admin }) => {
    const { answer } = await send(
      request,
      actionNamed("addPatient"),
      { ...person(), ...changes },
      { cookie: world.clinician.cookie },
    );
    expect(answer).toMatchObject({ ok: false, code: "invalid" });
    expect(Object.keys(answer?.fieldErrors ?? {})).toEqual([field]);
    expect(await admin`select 1 from patients where clinic_id = ${world.id}`).toHaveLength(1);
  });
}

test("an invitation that is too old, or withdrawn for a newer one, says so and opens nothing", async ({
  page,
  admin,
}) => {
  const other = await makeWorld(admin);
  const late = await invite(admin, other, { now: new Date(Date.now() - 30 * 24 * 60 * 60 * 1000), withPlan: false });
  await visit(page, late.link, "This invitation is too old");
  await visit(page, "/invitation/not-a-token", "This link opens nothing");
});
