import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { QuestionField } from "@/components/questionnaires/question-field";
import { sectionsOf } from "@/components/questionnaires/question-steps";
import type { RaisedFlag } from "@/components/questionnaires/raised-flags";
import type { Asking } from "@/components/questionnaires/use-asking";
import type { KeptAnswer } from "@/lib/questionnaires/answers";
import type { Scale } from "@/lib/questionnaires/instrument-schema";

const ends = { least: 0, most: 10, lowLabel: "Not at all", highLabel: "Very much" };
const SCALES: Scale[] = [
  {
    kind: "likert",
    options: [
      { value: 0, label: "None" },
      { value: 1, label: "Some" },
    ],
  },
  { kind: "yes-no" },
  { kind: "nrs", ...ends },
  { kind: "vas", ...ends, most: 100 },
  { kind: "tick", none: "None of these" },
  { kind: "named", ...ends, prompt: "Name one thing." },
];
const part = { id: "part", title: "Part", meaning: "", stem: "How much?", minimumAnswered: 1 };

const SAVING: Asking["state"] = {
  status: "idle",
  given: {},
  waiting: 0,
  message: null,
  overruled: null,
  refused: null,
  closed: false,
};

function drawn(
  scale: Scale,
  answers: Record<string, KeptAnswer> = {},
  name = "",
  flags: RaisedFlag[] = [],
  state = SAVING,
) {
  const step = sectionsOf({ scale, subscales: [{ ...part, items: [{ id: "item", text: "On stairs" }] }] })[0]?.steps[0];
  if (!step) throw new Error("nothing is asked");
  const asking: Pick<Asking, "answers" | "flagsOf" | "nameOf" | "state"> = {
    answers,
    flagsOf: () => flags,
    nameOf: () => name,
    state,
  };
  return renderToStaticMarkup(
    <QuestionField step={step} asking={asking as Asking} look="screen">
      On stairs
    </QuestionField>,
  );
}

const answer = (value: number | null): Record<string, KeptAnswer> => ({
  item: { value, answeredAt: "2026-03-02T09:00:00.000Z" },
});

describe.each(SCALES)("a question answered on $kind", (scale) => {
  test("is a fieldset with its words as the legend", () => {
    expect(drawn(scale)).toMatch(/^<fieldset[^>]*><legend[^>]*>On stairs<\/legend>/);
  });

  test("has nothing chosen beforehand", () => {
    expect(drawn(scale)).not.toContain("checked");
    expect(drawn(scale, {}, "Stairs")).not.toContain("checked");
  });

  test("says at itself why an answer was refused, and nothing of another's", () => {
    const refused = (itemId: string) => ({ ...SAVING, message: "Choose one of the answers.", refused: itemId });
    const html = drawn(scale, {}, "", [], refused("item"));
    const [, id] = /^<fieldset[^>]*aria-describedby="([^"]+)"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`<p id="${id}".*Choose one of the answers\\.`));
    expect(drawn(scale, {}, "", [], refused("other"))).not.toContain("Choose one of the answers.");
  });

  test("shows one answer, and a wish not to answer as something else", () => {
    expect(drawn(scale, answer(1))).not.toMatch(/checked=""\s*\/><span[^>]*>I’d rather/);
    const declined = drawn(scale, answer(null));
    expect(declined.match(/checked=""/g)).toHaveLength(1);
    expect(declined).toMatch(/checked=""[^>]*\/><span[^>]*>I’d rather not answer this one/);
  });
});

test("a line shows its mark and says its place once there is one, and not before", () => {
  const scale: Scale = { kind: "vas", ...ends, most: 100 };
  expect(drawn(scale)).toContain('aria-valuetext="No place chosen yet"');
  expect(drawn(scale)).toContain("line-empty");
  expect(drawn(scale, answer(0))).toContain('aria-valuetext="0 of 100"');
  expect(drawn(scale, answer(0))).not.toContain("line-empty");
});

test("an activity named last time stands in the field", () => {
  expect(drawn({ kind: "named", ...ends, prompt: "Name one thing." }, {}, "Walk the dog")).toContain(
    'value="Walk the dog"',
  );
});

test.each([
  ["emergency", "Get help now"],
  ["same-day", "Get advice today"],
  ["clinic", "Tell your physiotherapist"],
] as const)("an answer of level %s is met with words first, and said at once", (level, title) => {
  const html = drawn({ kind: "yes-no" }, answer(1), "", [{ id: "f", itemId: "item", level, advice: "Do this." }]);
  expect(html).toMatch(new RegExp(`role="alert".*${title}.*Do this\\..*I’d rather not`));
  expect(drawn({ kind: "yes-no" }, answer(0))).not.toContain('role="alert"');
});
