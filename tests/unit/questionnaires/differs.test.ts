import { expect, test } from "vitest";
import { differs } from "@/lib/questionnaires/differs";
import { sentAnswers } from "@/lib/questionnaires/review";
import { shipped } from "@/tests/support/instruments";

const instrument = shipped("three-activities");
const [first = "", second = "", third = ""] = instrument.subscales.flatMap(({ items }) => items.map(({ id }) => id));
const given = { [first]: { value: 4, named: "Swim" }, [second]: { value: null } };
const sent = { answers: { [first]: 4, [second]: null, [third]: null }, names: { [first]: "Swim" }, declined: [second] };

test("the answers as they stand are what would be sent: a refusal is no answer, and neither is what was not reached", () => {
  expect(sentAnswers(instrument, given)).toEqual(sent);
});

test.each([
  ["nothing", {}, false],
  ["another value", { [first]: { value: 5, named: "Swim" } }, true],
  ["another name", { [first]: { value: 4, named: "Dive" } }, true],
  ["an answer in place of none", { [third]: { value: 0, named: "Walk" } }, true],
  ["a refusal in place of nothing", { [third]: { value: null } }, true],
  ["a refusal in place of an answer", { [first]: { value: null } }, true],
  ["an answer in place of a refusal", { [second]: { value: 0, named: "Walk" } }, true],
])("%s changed", (_what, changed, isOther) => {
  expect(differs(sentAnswers(instrument, { ...given, ...changed }), sent)).toBe(isOther);
});

test("the order in which items stand is no difference", () => {
  const turned = { ...sent, answers: Object.fromEntries(Object.entries(sent.answers).reverse()) };
  expect(differs(turned, sent)).toBe(false);
});
