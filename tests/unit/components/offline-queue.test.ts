import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SyncKind } from "@/components/offline/kinds";
import { clinic, device, memoryPlace, type Network, refusal } from "@/tests/support/devices";

const WHO = "0190-pat";

type Step =
  | { do: "give"; kind: SyncKind }
  | { do: "give-again" }
  | { do: "network"; is: Network }
  | { do: "restart" }
  | { do: "fire" }
  | { do: "settle" };

const KINDS: SyncKind[] = ["practice.record", "practice.finish-session", "practice.correct", "practice.mark-read"];
const steps = fc.array(
  fc.tuple(
    fc.nat(1),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...KINDS).map((kind): Step => ({ do: "give", kind })) },
      { weight: 1, arbitrary: fc.constant<Step>({ do: "give-again" }) },
      {
        weight: 3,
        arbitrary: fc.constantFrom<Network>("up", "down", "loses-answer").map((is): Step => ({ do: "network", is })),
      },
      { weight: 1, arbitrary: fc.constantFrom<Step>({ do: "restart" }, { do: "fire" }) },
      { weight: 2, arbitrary: fc.constant<Step>({ do: "settle" }) },
    ),
  ),
  { maxLength: 40 },
);

/** Lets everything that is under way go as far as it can. */
async function settled() {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

describe("two devices of one person, online and offline in any order", () => {
  test("lose nothing, send nothing twice, and keep the order", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (walk) => {
        const portal = clinic();
        const devices = [device(WHO, portal.take), device(WHO, portal.take)] as const;
        const given: { id: string; kind: SyncKind; on: number }[] = [];
        for (const [on, step] of walk) {
          const own = devices[on === 0 ? 0 : 1];
          if (step.do === "give") {
            const id = `${on}-${given.length}`;
            given.push({ id, kind: step.kind, on });
            await own.outgoing().give(step.kind, { id, at: given.length }, "Something").kept;
          } else if (step.do === "give-again") {
            const last = given.findLast((one) => one.on === on);
            if (!last) continue;
            const at = given.indexOf(last) + 1;
            await own.outgoing().give(last.kind, { id: last.id, at }, "Something").kept;
          } else if (step.do === "network") own.setNetwork(step.is);
          else if (step.do === "restart") own.restart();
          else if (step.do === "fire") own.fire();
          else await settled();
        }
        for (const own of devices) {
          own.setNetwork("up");
          own.restart();
          await own.outgoing().flush();
          expect(own.outgoing().getState()).toMatchObject({ items: [], status: "idle", isKept: true });
        }
        expect(portal.rows.map(({ body }) => body.id).toSorted()).toEqual(given.map(({ id }) => id).toSorted());
        for (const on of [0, 1]) {
          const own = (id: unknown) => String(id).startsWith(`${on}-`);
          const came = portal.rows.map(({ body }) => body.id).filter(own);
          expect(came).toEqual(given.filter((one) => one.on === on).map(({ id }) => id));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what the clinic will not have", () => {
  test("is kept with the reason, and holds up nothing else", async () => {
    const portal = clinic(({ body }) =>
      body.id === "gone" ? refusal("not-found", "We could not find that.") : { ok: true, value: null },
    );
    const phone = device(WHO, portal.take);
    phone.setNetwork("down");
    for (const id of ["one", "gone", "two"]) await phone.outgoing().give("practice.record", { id }, id).kept;
    phone.setNetwork("up");
    await phone.outgoing().flush();
    expect(portal.rows.map(({ body }) => body.id)).toEqual(["one", "two"]);
    const { items, sent, status } = phone.outgoing().getState();
    expect(items).toMatchObject([{ id: "gone", refusal: "We could not find that." }]);
    expect(sent.map(({ words, body }) => [words, body])).toEqual([
      ["one", {}],
      ["two", {}],
    ]);
    expect(status).toBe("idle");
    await phone.outgoing().forget(items[0]?.key ?? "");
    expect(phone.outgoing().getState().items).toEqual([]);
  });

  test("the rest of a questionnaire waits when a part of it was refused", async () => {
    const portal = clinic(({ body }) =>
      body.itemId === "b" ? refusal("invalid", "Choose.") : { ok: true, value: {} },
    );
    const phone = device(WHO, portal.take);
    phone.setNetwork("down");
    const { give } = phone.outgoing();
    await give("questionnaires.open-draft", { id: "d1", itemKey: "k", dueOn: "2026-03-10" }, "Questions").kept;
    for (const itemId of ["a", "b"]) {
      await give("questionnaires.save-answer", { draftId: "d1", itemId, value: 1 }, "An answer").kept;
    }
    await give("questionnaires.submit", { id: "r1", draftId: "d1" }, "Answers").kept;
    await give("practice.record", { id: "p1" }, "Bridge").kept;
    phone.setNetwork("up");
    await phone.outgoing().flush();
    expect(portal.rows.map(({ kind }) => kind)).toEqual([
      "questionnaires.open-draft",
      "questionnaires.save-answer",
      "practice.record",
    ]);
    const { items } = phone.outgoing().getState();
    expect(items.map(({ kind, refusal: why }) => [kind, why])).toEqual([
      ["questionnaires.save-answer", "Choose."],
      ["questionnaires.submit", null],
    ]);
  });
});

test("answers go to the copy another device had opened, and the newest of two answers is sent once", async () => {
  const portal = clinic(({ kind }) => ({
    ok: true,
    value: kind === "questionnaires.open-draft" ? { draftId: "theirs" } : {},
  }));
  const phone = device(WHO, portal.take);
  phone.setNetwork("down");
  const { give } = phone.outgoing();
  await give("questionnaires.open-draft", { id: "mine", itemKey: "k", dueOn: "2026-03-10" }, "Questions").kept;
  await give("questionnaires.save-answer", { draftId: "mine", itemId: "a", value: 1 }, "An answer").kept;
  await give("questionnaires.save-answer", { draftId: "mine", itemId: "a", value: 3 }, "An answer").kept;
  phone.setNetwork("up");
  await give("questionnaires.submit", { id: "r1", draftId: "mine" }, "Answers").fate;
  expect(portal.rows.map(({ body }) => body)).toEqual([
    { id: "mine", itemKey: "k", dueOn: "2026-03-10" },
    { draftId: "theirs", itemId: "a", value: 3 },
    { id: "r1", draftId: "theirs" },
  ]);
  phone.restart();
  await phone.outgoing().give("questionnaires.save-answer", { draftId: "mine", itemId: "b", value: 0 }, "An answer")
    .fate;
  expect(portal.rows.at(-1)?.body).toEqual({ draftId: "theirs", itemId: "b", value: 0 });
});

test("a session that is over keeps everything, and says so once it is known", async () => {
  let isSignedIn = false;
  const portal = clinic(() => (isSignedIn ? { ok: true, value: null } : refusal("unauthenticated")));
  const phone = device(WHO, portal.take);
  await expect(phone.outgoing().give("practice.record", { id: "one" }, "Bridge").fate).resolves.toEqual({
    is: "waiting",
  });
  expect(phone.outgoing().getState()).toMatchObject({ status: "signed-out", items: [{ id: "one", refusal: null }] });
  expect(phone.signedOut).toHaveLength(1);
  expect(phone.timers()).toBe(0);
  isSignedIn = true;
  phone.restart();
  await phone.outgoing().flush();
  expect(portal.rows).toHaveLength(1);
});

test("what was kept for one person is sent in nobody else's name", async () => {
  const portal = clinic();
  const place = memoryPlace();
  const first = device(WHO, portal.take, place);
  first.setNetwork("down");
  await first.outgoing().give("practice.record", { id: "one" }, "Bridge").kept;
  const second = device("0190-other", portal.take, place);
  await second.outgoing().flush();
  expect(portal.rows).toEqual([]);
  expect(second.outgoing().getState().items).toEqual([]);
});

test("a device without room says so at once, loses nothing that was kept, and sends the rest while the page is there", async () => {
  const portal = clinic();
  const phone = device(WHO, portal.take, memoryPlace(2));
  phone.setNetwork("down");
  for (const id of ["one", "two", "three"]) await phone.outgoing().give("practice.record", { id }, id).kept;
  expect(phone.outgoing().getState()).toMatchObject({
    isKept: false,
    items: [{ id: "one" }, { id: "two" }, { id: "three" }],
  });
  expect([...phone.place.kept.values()].map(({ id }) => id)).toEqual(["one", "two"]);
  phone.setNetwork("up");
  await phone.outgoing().flush();
  expect(portal.rows.map(({ body }) => body.id)).toEqual(["one", "two", "three"]);
  expect(phone.outgoing().getState()).toMatchObject({ isKept: true, items: [], status: "idle" });
});

test("what a device had no room for is kept as soon as there is some, in its order", async () => {
  const portal = clinic();
  const place = memoryPlace(1);
  const phone = device(WHO, portal.take, place);
  phone.setNetwork("down");
  for (const id of ["one", "two", "three"]) await phone.outgoing().give("practice.record", { id }, id).kept;
  expect(place.kept.size).toBe(1);
  place.makeRoom(2);
  await phone.outgoing().flush();
  expect(phone.outgoing().getState().isKept).toBe(false);
  place.makeRoom(9);
  await phone.outgoing().flush();
  expect(phone.outgoing().getState().isKept).toBe(true);
  phone.restart();
  phone.setNetwork("up");
  await phone.outgoing().flush();
  expect(portal.rows.map(({ body }) => body.id)).toEqual(["one", "two", "three"]);
});

test("something the clinic cannot take for a fault of its own does not stand in the way for ever", async () => {
  const portal = clinic(({ body }) => (body.id === "bad" ? refusal("unavailable") : { ok: true, value: null }));
  const phone = device(WHO, portal.take);
  phone.setNetwork("down");
  for (const id of ["bad", "good"]) await phone.outgoing().give("practice.record", { id }, id).kept;
  phone.setNetwork("up");
  for (let round = 0; round < 4; round++) await phone.outgoing().flush();
  expect(portal.rows.map(({ body }) => body.id)).toEqual(["good"]);
  expect(phone.outgoing().getState()).toMatchObject({ status: "offline", items: [{ id: "bad", refusal: null }] });
  expect(phone.timers()).toBe(1);
});

test("it tries again later and later, and at once when asked", async () => {
  const phone = device(WHO, clinic().take);
  phone.setNetwork("down");
  await expect(phone.outgoing().give("practice.record", { id: "one" }, "Bridge").fate).resolves.toEqual({
    is: "waiting",
  });
  expect(phone.timers()).toBe(1);
  phone.setNetwork("up");
  phone.fire();
  await settled();
  expect(phone.outgoing().getState().items).toEqual([]);
  expect(phone.timers()).toBe(0);
});
