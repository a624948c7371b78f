import { describe, expect, test } from "vitest";
import { SYNC_KINDS } from "@/components/offline/kinds";
import { statusInWords, wayOut } from "@/components/offline/offline-words";
import { NOTHING, type OutgoingState } from "@/components/offline/outgoing";
import { newOutgoing, type Outgoing } from "@/components/offline/outgoing-rules";
import { thingsIn } from "@/components/offline/things";
import { portalAhead } from "@/components/practice/portal-clock";
import { keptCopy } from "@/components/questionnaires/kept-form";

const log = (id: string, refusal: string | null = null): Outgoing => ({
  ...newOutgoing({ who: "me", kind: "practice.record", body: { id }, words: id }, 5),
  seq: Number(id),
  refusal,
});
const part = (kind: Outgoing["kind"], body: Record<string, unknown>, seq: number): Outgoing => ({
  ...newOutgoing({ who: "me", kind, body, words: "Questions: Knee" }, seq),
  seq,
});
const QUESTIONS = [
  part("questionnaires.open-draft", { id: "d", itemKey: "k", dueOn: "2026-03-10" }, 3),
  part("questionnaires.save-answer", { draftId: "d", itemId: "a", value: 1 }, 4),
  part("questionnaires.submit", { id: "r", draftId: "d" }, 5),
];
const state = (change: Partial<OutgoingState>): OutgoingState => ({ ...NOTHING, isReady: true, ...change });

describe("the line about the network and what waits", () => {
  test.each<[string, OutgoingState, boolean, boolean]>([
    ["", state({}), true, false],
    ["All sent.", state({}), true, true],
    ["Offline. What you do is kept and sent later.", state({}), false, true],
    ["Offline. 1 thing waits on this phone.", state({ items: [log("1")], status: "offline" }), false, false],
    ["2 things wait on this phone.", state({ items: [log("1"), log("2")], status: "offline" }), true, false],
    ["Sending 2 things.", state({ items: [log("1"), ...QUESTIONS], status: "sending" }), true, false],
    ["Sign in again, and 1 thing can be sent.", state({ items: [log("1")], status: "signed-out" }), true, false],
    ["1 thing could not be sent.", state({ items: [log("1", "Gone.")] }), true, true],
    [
      "Offline. 1 thing waits on this phone. 1 thing could not be sent.",
      state({ items: [log("1", "Gone."), log("2")], status: "offline" }),
      false,
      false,
    ],
    [
      "This phone has no room left. Keep this page open until all is sent.",
      state({ items: [log("1")], isKept: false }),
      true,
      false,
    ],
  ])("%s", (words, given, isOnline, hasSent) => {
    expect(statusInWords(given, isOnline, hasSent)).toBe(words);
  });

  test("says what can be done about each kind that was refused", () => {
    for (const kind of SYNC_KINDS) expect(wayOut({ kind })).toMatch(/\.$/);
  });
});

test("a questionnaire with its answers is one thing", () => {
  expect(thingsIn([log("1"), ...QUESTIONS, log("9")]).map(({ words, parts }) => [words, parts.length])).toEqual([
    ["1", 1],
    ["Questions: Knee", 3],
    ["9", 1],
  ]);
});

test("a copy begun without a network is found by its occasion, unless it was refused", () => {
  const [begun] = QUESTIONS;
  if (!begun) throw new Error("there is none");
  const occasion = { itemKey: "k", dueOn: "2026-03-10" };
  expect(keptCopy(QUESTIONS, occasion)).toBe("d");
  expect(keptCopy(QUESTIONS, { ...occasion, dueOn: "2026-03-11" })).toBeNull();
  expect(keptCopy([{ ...begun, refusal: "Gone." }], occasion)).toBeNull();
});

describe("how far the portal's clock is ahead", () => {
  const [hour, day, year] = [3_600_000, 86_400_000, 365 * 86_400_000];
  test.each<[string, number, number | null, number]>([
    ["the first page tells it", year, null, year],
    ["a page kept for a week tells too little", year - 7 * day, year, year],
    ["a page that tells more is right: the device's clock was set back", year, 0, year],
    ["one that tells less by a year is right too: the device's clock was set right", 0, year, 0],
    ["a clock that is an hour fast", -hour, null, -hour],
  ])("%s", (_, told, known, ahead) => {
    expect(portalAhead(told, known)).toBe(ahead);
  });
});
