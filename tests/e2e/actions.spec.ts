import type { APIRequestContext } from "@playwright/test";
import fc from "fast-check";
import { type BuiltAction, builtActions, send } from "../support/e2e/server-actions";
import { expect, test } from "../support/e2e/test";
import { makePatient, makeWorld } from "../support/e2e/world";

/** What can be asked for before signing in; everything else says that nobody is there. */
const DOORS = ["redeemInvitation", "requestReset", "resetPassword", "turnOffReminders"];
const RUNS = 25;
/** For each of three people it is enough: the bodies are the same whoever sends them. */
const RUNS_SIGNED_IN = 9;

const actions = builtActions();

/** A dollar begins a reference in React's encoding; a browser writes text with one more of them. */
const escapeDollars = (value: unknown): unknown => {
  if (typeof value === "string") return value.startsWith("$") ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(escapeDollars);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, escapeDollars(part)]));
};

const NAMES = ["id", "patientId", "planId", "revision", "body", "entries", "email", "password", "token", "memberId"];
const named = fc.dictionary(fc.constantFrom(...NAMES, "extra", "__proto__", "constructor"), fc.jsonValue());
const withIds = fc.record({ id: fc.uuid(), patientId: fc.uuid(), planId: fc.uuid(), revision: fc.integer() });
const bodies = fc.oneof(fc.jsonValue(), named, withIds, fc.constant(null));
/** Far more than anybody types, once for each action. */
const LONG = "é".repeat(200_000);

async function throwAt(
  request: APIRequestContext,
  action: BuiltAction,
  cookie: string,
  numRuns: number,
): Promise<string[]> {
  const done: string[] = [];
  const property = fc.asyncProperty(bodies, async (body) => {
    const { status, answer } = await send(request, action, escapeDollars(body), { cookie });
    expect(status, `${action.name} ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(500);
    if (answer?.ok) done.push(JSON.stringify(body));
  });
  await fc.assert(property, { numRuns, seed: 7_112, examples: [[LONG]], endOnFailure: true });
  return done;
}

test("the build has actions, and each has a name", () => {
  expect(actions.length).toBeGreaterThan(20);
  expect(new Set(actions.map(({ file, name }) => `${file} ${name}`)).size).toBe(actions.length);
});

for (const action of actions) {
  test(`${action.file} ${action.name} does nothing for a visitor, whatever is sent`, async ({ request }) => {
    const { answer } = await send(request, action, {});
    expect(answer).toMatchObject({ ok: false, code: DOORS.includes(action.name) ? "invalid" : "unauthenticated" });
    expect(await throwAt(request, action, "", RUNS)).toEqual([]);
  });
}

test("a forged or dead cookie is nobody's", async ({ request }) => {
  const action = actions.find(({ name }) => !DOORS.includes(name));
  if (!action) throw new Error("there is no action to try");
  for (const cookie of [
    "plumbline=",
    "plumbline=forged",
    `plumbline=${"A".repeat(43)}`,
    `plumbline=${"%00".repeat(9)}`,
  ]) {
    expect((await send(request, action, {}, { cookie })).answer).toMatchObject({ ok: false, code: "unauthenticated" });
  }
});

test("nothing that is sent at random changes anything for those who are signed in", async ({ request, admin }) => {
  test.setTimeout(180_000);
  const world = await makeWorld(admin);
  const patient = await makePatient(admin, world);
  // An empty form is all that these ask for; they come last, since two of them end the session.
  const ASK_NOTHING = ["setUpCode", "signOutEverywhere", "signOut"];
  const ordered = [...actions].sort((a, b) => ASK_NOTHING.indexOf(a.name) - ASK_NOTHING.indexOf(b.name));
  for (const { cookie } of [patient, world.clinician, world.admin]) {
    for (const action of ordered) {
      const done = await throwAt(request, action, cookie, RUNS_SIGNED_IN);
      expect(
        done.filter((body) => body !== "{}" || !ASK_NOTHING.includes(action.name)),
        action.name,
      ).toEqual([]);
    }
  }
});
