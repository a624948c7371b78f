import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AppError, failure } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { addPatient } from "@/lib/identity/commands/add-patient";
import { editPatient } from "@/lib/identity/commands/edit-patient";
import { inviteMember } from "@/lib/identity/commands/invite-member";
import { testDatabase } from "@/tests/support/bench";
import { ASKS, type Ask } from "@/tests/support/every-ask";
import { type KeptState, keepState, type Marks } from "@/tests/support/kept-state";
import { NOW } from "@/tests/support/practice";
import {
  canariesIn,
  canariesOf,
  ID_NAMES,
  makeWorld,
  mayMeet,
  neverWere,
  OWNERS,
  type Owner,
  PATIENT_FIELDS,
  PEOPLE,
  SIDES,
  type Side,
  type Who,
  type World,
} from "@/tests/support/two-clinics";

/** Sequences tried; 12 requests each, taken together. */
const RUNS = Number(process.env.MODEL_RUNS ?? 10);
const MOST_STEPS = 24;
/** They name nobody else: all they touch is the account of the person who asks. */
const OF_ONE_ACCOUNT = ["changePassword", "confirmCode", "removeCode", "setUpCode", "signOut", "signOutEverywhere"];

const database = testDatabase();
let world: World;
let state: KeptState;
let kept: Record<Side, Marks>;

const marksOf = (side: Side) => state.marksOf(world[side].ids.first.clinicId);

beforeAll(async () => {
  world = await makeWorld(database.admin());
  state = await keepState(database.admin());
  kept = { oak: await marksOf("oak"), elm: await marksOf("elm") };
});
beforeEach(() => state.restore());

const otherThan = (side: Side): Side => (side === "oak" ? "elm" : "oak");
const roleOf = (who: Who) => (who === "admin" || who === "clinician" ? who : "patient");
const ownerFor = (who: Who): Owner => (who === "second" ? "second" : "first");

const isRead = ({ name }: Ask) => /\/(get|list)/.test(name);

/** What a request gives: the value, or the very bytes of the refusal. Anything but a refusal is a fault. */
async function answerOf(work: Promise<unknown>): Promise<{ value: unknown } | { refusal: string }> {
  try {
    return { value: await work };
  } catch (error) {
    if (error instanceof AppError) return { refusal: JSON.stringify(failure(error)) };
    throw error;
  }
}

type Step = {
  ask: Ask;
  side: Side;
  who: Who;
  target: { side: Side; owner: Owner };
  id: "new" | (typeof ID_NAMES)[number];
};

/** A step under way: who asks, what their own ids are, and the id they bring, new or one the other clinic has. */
function standpoint({ ask, side, who, id }: Step) {
  const person = world[side].people[who];
  const own = world[side].ids[ownerFor(who)];
  const brought = id === "new" ? newId() : world[otherThan(side)].ids.first[id];
  return (target: typeof own) => answerOf(ask.put(person, { own, target, id: brought }));
}

function isTheirs({ ask, side, who, target }: Step): boolean {
  if (target.side !== side || !ask.by.includes(roleOf(who))) return false;
  return roleOf(who) !== "patient" || target.owner === who;
}

async function take(step: Step): Promise<void> {
  const { ask, side, who, target } = step;
  const put = standpoint(step);
  const answer = await put(world[target.side].ids[target.owner]);
  const told = `${ask.name} by ${side}'s ${who} about ${target.side}'s ${target.owner}`;
  expect(
    canariesIn(answer).filter((word) => !mayMeet(side, who, word)),
    told,
  ).toEqual([]);
  if (!ask.isAimed || isTheirs(step)) return;
  expect(answer, told).toEqual({ refusal: expect.any(String) });
  expect(await put(neverWere()), told).toEqual(answer);
}

const stepOf = (ask: Ask): fc.Arbitrary<Step> => {
  const allowed = PEOPLE.filter((who) => ask.by.includes(roleOf(who)));
  return fc.record({
    ask: fc.constant(ask),
    side: fc.constantFrom(...SIDES),
    who: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...allowed) },
      { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
    ),
    target: fc.record({ side: fc.constantFrom(...SIDES), owner: fc.constantFrom(...OWNERS) }),
    id: fc.oneof(
      { weight: 4, arbitrary: fc.constant("new" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...ID_NAMES) },
    ),
  });
};
const sequences = fc.array(fc.oneof(...ASKS.map(stepOf)), { minLength: 1, maxLength: MOST_STEPS, size: "max" });

describe("two clinics", () => {
  test("every command and query is asked, or is of one account", () => {
    const lib = join(import.meta.dirname, "../../../lib");
    const sources = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
    const exported = sources.flatMap((path) =>
      [...readFileSync(join(lib, path), "utf8").matchAll(/export const (\w+) = (?:query|command)\(/g)].map(
        ([, name]) => `${path.split(/[\\/]/)[0]}/${name}`,
      ),
    );
    const left = OF_ONE_ACCOUNT.map((name) => `access/${name}`);
    const asked = new Set(ASKS.map(({ name }) => name.split(":")[0]));
    expect([...asked, ...left].sort()).toEqual(exported.sort());
  });

  test("everything asked of one's own is answered, and each canary is met by all who may meet it", async () => {
    const met = new Map<Who, unknown[]>(PEOPLE.map((who) => [who, []]));
    for (const [ask, who] of ASKS.flatMap((one) => PEOPLE.map((who) => [one, who] as const))) {
      if (!ask.by.includes(roleOf(who))) continue;
      const answers: unknown[] = [];
      for (const owner of OWNERS) {
        const step: Step = { ask, side: "oak", who, target: { side: "oak", owner }, id: "new" };
        if (!isTheirs(step) || (answers.length > 0 && !isRead(ask))) continue;
        const answer = await standpoint(step)(world.oak.ids[owner]);
        if ("value" in answer) answers.push(answer.value);
        if (isRead(ask)) continue;
        expect(await marksOf("elm"), ask.name).toEqual(kept.elm);
        await state.restore();
      }
      expect(answers.length, `${ask.name} by ${who}`).toBeGreaterThan(0);
      met.get(who)?.push(...answers);
    }
    for (const who of PEOPLE) {
      expect(canariesIn(met.get(who)), who).toEqual(canariesOf("oak").filter((word) => mayMeet("oak", who, word)));
    }
  });

  test("an id that is not one's own is answered as one that never was, whatever is asked of it", async () => {
    const targets = [
      { side: "elm", owner: "first" },
      { side: "elm", owner: "newcomer" },
      { side: "oak", owner: "first" },
      { side: "oak", owner: "second" },
    ] as const;
    const steps = ASKS.filter((ask) => ask.isAimed)
      .flatMap((ask) => PEOPLE.map((who) => ({ ask, side: "oak", id: "new", who }) as const))
      .flatMap((step) => targets.map((target) => ({ ...step, target })));
    for (const step of steps.filter((one) => !isTheirs(one))) await take(step);
    expect({ oak: await marksOf("oak"), elm: await marksOf("elm") }).toEqual(kept);
  });

  test("what the other clinic has is free here: its ids and its addresses", async () => {
    const { clinician, admin } = world.oak.people;
    const theirs = world.elm.ids.first;
    const [{ email } = { email: "" }] = await database.admin()<{ email: string }[]>`
      select email from patients where id = ${theirs.patientId}`;
    const at = { now: NOW };
    const added = { id: theirs.patientId, ...PATIENT_FIELDS, email };
    await expect(addPatient.execute(clinician, added, at)).resolves.toEqual({ patientId: theirs.patientId });
    const invited = { id: theirs.invitationId, name: "Sam", email, role: "clinician" };
    await expect(inviteMember.execute(admin, invited, at)).resolves.toEqual({ invitationId: theirs.invitationId });
    const [{ email: staffEmail } = { email: "" }] = await database.admin()<{ email: string }[]>`
      select email from memberships where id = ${theirs.staffId}`;
    const edited = { patientId: world.oak.ids.second.patientId, ...PATIENT_FIELDS, email: staffEmail };
    await expect(editPatient.execute(clinician, edited, at)).resolves.toEqual({});
  });

  test("no sequence of requests shows, tells or changes anything of the other's", {
    timeout: 30_000 + RUNS * 2_000,
  }, async () => {
    const property = fc.asyncProperty(sequences, async (steps) => {
      await state.restore();
      const marks = { ...kept };
      for (const [index, step] of steps.entries()) {
        await take(step);
        const next = steps[index + 1]?.side;
        if (next === step.side) continue;
        const other = otherThan(step.side);
        expect(await marksOf(other)).toEqual(marks[other]);
        marks[step.side] = await marksOf(step.side);
      }
    });
    await fc.assert(property, { numRuns: RUNS });
  });
});
