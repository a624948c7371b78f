import { describe, expect, it } from "vitest";
import { readLicensedText } from "@/lib/questionnaires/licensed/read-licensed-text";
import { LICENSED_SLOTS } from "@/lib/questionnaires/licensed/slots";
import {
  bytesOf,
  csvOf,
  type FhirJson,
  filledRows,
  groupsOf,
  option,
  problemsOf,
  questionnaire,
  read,
  slotNamed,
  warningsOf,
  wordsOf,
} from "./made-up";

const womac = slotNamed("womac-likert");
const phq2 = slotNamed("phq-2");

/** The questionnaire of a slot with some of its questions changed; null takes one out. */
const changed = (slot: typeof womac, change: (item: FhirJson) => FhirJson | null) =>
  questionnaire(
    groupsOf(slot).map((group) => ({
      ...group,
      item: (group.item ?? []).map(change).filter((item) => item !== null),
    })),
  );
const changedItem = (slot: typeof womac, linkId: string, more: object | null) =>
  changed(slot, (item) => (item.linkId !== linkId ? item : more && { ...item, ...more }));

describe("a FHIR Questionnaire", () => {
  it.each(LICENSED_SLOTS.map((slot) => [slot.slug, slot] as const))("of %s is taken", (_, slot) => {
    const given = read(slot, questionnaire(groupsOf(slot)));
    const words = wordsOf(given);
    expect(warningsOf(given)).toEqual([]);
    expect(words.lists.map(({ id, stem, items }) => [id, stem, items.map(({ text }) => text)])).toEqual(
      slot.lists.map(({ id, most }) => [
        id,
        `Question of ${id}`,
        Array.from({ length: most }, (_, index) => `Item ${index + 1} of ${id}`),
      ]),
    );
  });

  it("gives what CSV with the same words gives", () => {
    for (const slug of ["womac-likert", "lefs", "start-back"]) {
      const slot = slotNamed(slug);
      expect(wordsOf(read(slot, questionnaire(groupsOf(slot))))).toEqual(wordsOf(read(slot, csvOf(filledRows(slot)))));
    }
  });

  it("may have its questions without groups, in the order of the structure", () => {
    const startBack = slotNamed("start-back");
    const flat = groupsOf(startBack).flatMap(({ item }) => item ?? []);
    expect(wordsOf(read(startBack, questionnaire(flat))).lists.map(({ id, items }) => [id, items.length])).toEqual([
      ["items", 8],
      ["bother", 1],
    ]);
    expect(problemsOf(read(startBack, questionnaire(flat.slice(1))))).toEqual([
      "file: 8 questions found, 9 needed: 8 of items and 1 of bother.",
    ]);
    const heading: FhirJson = { linkId: "head", type: "display", text: "Read this first" };
    expect(wordsOf(read(phq2, questionnaire([heading, ...(groupsOf(phq2)[0]?.item ?? [])]))).lists[0]?.stem).toBe(
      "Read this first",
    );
  });

  it("may have answers worth their code, or an ordinal beside them, and items with answers of their own", () => {
    const answerOption = [0, 1, 2, 3].map((value) => ({ valueCoding: { code: `${value}`, display: `Own ${value}` } }));
    const [list] = wordsOf(read(phq2, changedItem(phq2, "items-2", { answerOption }))).lists;
    expect(list?.items[1]?.options?.map(({ label }) => label)).toEqual(["Own 0", "Own 1", "Own 2", "Own 3"]);
    const weighed = [0, 1, 2, 3].map((value) => ({
      valueString: `Own ${value}`,
      extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: value }],
    }));
    expect(problemsOf(read(phq2, changedItem(phq2, "items-2", { answerOption: weighed })))).toEqual([]);
  });

  it("may be a draft, have extensions nobody knows, notes and scores", () => {
    const extension = [{ url: "http://example.org/any", valueBoolean: true }];
    const score: FhirJson = { linkId: "score", type: "integer", text: "Sum", readOnly: true };
    const given = read(
      phq2,
      questionnaire([...(groupsOf(phq2)[0]?.item ?? []).map((item) => ({ ...item, extension })), score], {
        status: "draft",
        extension,
        contained: [{ resourceType: "ValueSet" }],
      }),
    );
    expect(wordsOf(given).lists[0]?.items).toHaveLength(2);
    expect(warningsOf(given)).toEqual([
      'file: The file says of itself that it is "draft".',
      'linkId "score": Left out: it is worked out from the answers, which the portal does itself.',
    ]);
  });

  it("may ask rows of numbers as choices, with words at the ends", () => {
    const nrs = slotNamed("womac-nrs");
    const answerOption = Array.from({ length: 11 }, (_, value) =>
      option(value, value === 0 ? "Nothing" : value === 10 ? "Everything" : `${value}`),
    );
    const file = changed(nrs, (item) => ({ ...item, type: "choice", answerOption, item: [] }));
    expect(wordsOf(read(nrs, file)).lists[1]?.scale).toMatchObject({ lowLabel: "Nothing", highLabel: "Everything" });
    const short = changed(nrs, (item) => ({ ...item, type: "choice", answerOption: answerOption.slice(1), item: [] }));
    expect(problemsOf(read(nrs, short))[0]).toBe(
      'linkId "pain-1": The answers are worth 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10; 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10 are needed, each once.',
    );
  });
});

describe("what does not fit is named with its linkId", () => {
  it("what is not JSON, or no Questionnaire", () => {
    const problems = (text: string) => problemsOf(readLicensedText(womac, { name: "a.json", bytes: bytesOf(text) }));
    expect(problems("{")).toEqual(["file: This is not JSON: it ends too soon, or has a sign out of place."]);
    for (const text of [
      "[]",
      '"Questionnaire"',
      "null",
      '{"resourceType":"Patient"}',
      '{"resourceType":"Questionnaire","item":1}',
    ]) {
      expect(problems(text)).toEqual(["file: This is JSON, but no FHIR Questionnaire (resourceType, item)."]);
    }
    expect(problems('{"resourceType":"Questionnaire"}')).toEqual([
      "file: 0 questions found, 24 needed: 5 of pain, 2 of stiffness and 17 of function.",
    ]);
    expect(problems('{"resourceType":"Questionnaire","item":[7,{"linkId":"a"}]}').slice(0, 2)).toEqual([
      "item 1: This is no item as FHIR R4 has them: it is no object.",
      "item 2: This is no item as FHIR R4 has them: type.",
    ]);
  });

  it("is told by its content where the name says nothing", () => {
    const json = JSON.stringify(questionnaire(groupsOf(phq2)));
    expect(problemsOf(readLicensedText(phq2, { name: "words", bytes: bytesOf(` \n${json}`) }))).toEqual([]);
  });

  it("a wrong number of items or groups", () => {
    expect(problemsOf(read(womac, changedItem(womac, "pain-5", null)))).toEqual([
      "pain: pain has 4 items, 5 are needed.",
    ]);
    expect(problemsOf(read(womac, questionnaire(groupsOf(womac).slice(1))))).toEqual([
      "file: 2 groups found, 3 needed: pain, stiffness and function.",
    ]);
  });

  it("groups and items out of order", () => {
    const koos12 = slotNamed("koos-12");
    const [pain, function_, qol] = groupsOf(koos12);
    if (!pain || !function_ || !qol) throw new Error("three groups");
    expect(problemsOf(read(koos12, questionnaire([function_, pain, qol])))).toEqual([
      'linkId "function": The group "function" stands where "pain" has to: pain, function and qol is the order.',
      'linkId "pain": The group "pain" stands where "function" has to: pain, function and qol is the order.',
    ]);
    const turned = questionnaire([{ ...pain, item: pain.item?.toReversed() }, function_, qol]);
    expect(problemsOf(read(koos12, turned))).toEqual([
      'linkId "pain-4": Item 1 of pain in the order of the file has the number 4 in its linkId.',
    ]);
    const theirs = questionnaire([
      { ...pain, item: pain.item?.map((item, index) => ({ ...item, linkId: `P${4 - index}` })) },
      function_,
      qol,
    ]);
    expect(warningsOf(read(koos12, theirs))).toEqual([
      'linkId "P4": Item 1 of pain in the order of the file has the number 4 in its linkId.',
    ]);
  });

  it("linkIds that stand twice, wherever they do", () => {
    expect(problemsOf(read(womac, changedItem(womac, "pain-2", { linkId: "function-1" })))).toEqual([
      'linkId "function-1": This linkId stands twice.',
    ]);
    expect(problemsOf(read(womac, changedItem(womac, "pain-2", { linkId: "stiffness" })))).toEqual([
      'linkId "stiffness": This linkId stands twice.',
    ]);
  });

  it("questions in questions, groups in groups, questions beside groups", () => {
    const inner: FhirJson = { linkId: "inner", type: "string", text: "Inner" };
    expect(problemsOf(read(womac, changedItem(womac, "pain-1", { item: [inner] })))).toEqual([
      'linkId "inner": This question is inside a question (linkId "pain-1").',
    ]);
    const wrapped: FhirJson = { linkId: "all", type: "group", item: groupsOf(womac) };
    expect(problemsOf(read(womac, questionnaire([wrapped])))).toEqual([
      "file: 1 group found, 3 needed: pain, stiffness and function.",
      ...["pain", "stiffness", "function"].map(
        (id) => `linkId "${id}": This group is inside a group. Groups of one level are allowed: the parts.`,
      ),
    ]);
    expect(problemsOf(read(womac, questionnaire([...groupsOf(womac), inner])))).toEqual([
      'linkId "inner": This question stands beside the groups, in none.',
    ]);
  });

  it("nesting without end, in good time", () => {
    const depth = 40_000;
    const item = '{"linkId":"a","type":"group","item":[';
    const deep = `{"resourceType":"Questionnaire","item":[${item.repeat(Math.floor(depth / 2))}${"]}".repeat(Math.floor(depth / 2))}]}`;
    expect(problemsOf(readLicensedText(womac, { name: "a.json", bytes: bytesOf(deep) }))).toContain(
      'linkId "a": This group is inside a group. Groups of one level are allowed: the parts.',
    );
  });

  it.each([
    [{ type: "string" }, 'The type is "string", and "choice" is needed: items is 4 answers in words, worth 0 to 3.'],
    [{ type: "boolean" }, 'The type is "boolean", and "choice" is needed: items is 4 answers in words, worth 0 to 3.'],
    [{ answerOption: [] }, "There are no answers to choose from (answerOption)."],
    [
      { answerOption: undefined, answerValueSet: "#vs" },
      "The answers are in a value set elsewhere; list them in the item itself, as answerOption.",
    ],
    [
      { answerOption: [0, 1, 2].map((value) => option(value, `A ${value}`)) },
      "The answers are worth 0, 1 and 2; 0, 1, 2 and 3 are needed, each once.",
    ],
    [
      { answerOption: [0, 1, 2, 2].map((value) => option(value, `A ${value}`)) },
      "The answers are worth 0, 1, 2 and 2; 0, 1, 2 and 3 are needed, each once.",
    ],
    [
      { answerOption: [1, 2, 3, 4].map((value) => option(value, `A ${value}`)) },
      "The answers are worth 1, 2, 3 and 4; 0, 1, 2 and 3 are needed, each once.",
    ],
    [
      { answerOption: [{ valueCoding: { code: "LA6568-5", display: "A word" } }] },
      'The answer "A word" has no number: an ordinalValue, or a code that is a whole number.',
    ],
    [
      { answerOption: [0, 2, 1, 3].map((value) => option(value, `A ${value}`)) },
      "The answers of items do not stand in order: 0, 2, 1 and 3.",
    ],
    [{ text: undefined }, "Item 1 of items has no words."],
    [{ text: "a".repeat(501) }, "Item 1 of items has 501 characters; 500 is the most."],
    [{ text: "a\u0000b" }, "Item 1 of items has a control character in it."],
    [{ text: "a\uD800b" }, "Item 1 of items has a control character in it."],
  ])("the question %j", (more, message) => {
    const [first] = problemsOf(read(phq2, changedItem(phq2, "items-1", more)));
    expect(first).toBe(`linkId "items-1": ${message}`);
  });

  it("answers without words", () => {
    const answerOption = [0, 1, 2, 3].map((valueInteger) => ({ valueInteger }));
    expect(problemsOf(read(phq2, changedItem(phq2, "items-1", { answerOption })))[0]).toBe(
      'linkId "items-1": Answer 0 of items has no words.',
    );
  });

  it("rows and lines with other ends, or without words at them", () => {
    const vas = slotNamed("womac-vas");
    const most = { extension: [{ url: "http://hl7.org/fhir/StructureDefinition/maxValue", valueInteger: 10 }] };
    expect(problemsOf(read(vas, changedItem(vas, "pain-1", most)))).toEqual([
      'linkId "pain-1": The most is 10; it has to be 100 in pain.',
    ]);
    expect(
      problemsOf(
        read(
          vas,
          changed(vas, (item) => ({ ...item, item: [] })),
        ),
      ),
    ).toEqual(
      ["pain", "stiffness", "function"].map(
        (id) => `${id}: Answers of ${id} without words: 0 and 100 (0 and 100 are needed).`,
      ),
    );
    const other = changed(vas, (item) =>
      item.linkId !== "pain-1"
        ? item
        : { ...item, item: item.item?.map((end) => ({ ...end, text: `${String(end.text)}, otherwise` })) },
    );
    expect(problemsOf(read(vas, other))).toEqual([
      "pain: The words at the two ends have to be the same for every item of pain.",
    ]);
  });

  it("mark-up is kept as plain text, and conditions and notes are left out, with a warning", () => {
    const enableWhen = [{ question: "items-1", operator: "=", answerInteger: 1 }];
    const item = [{ linkId: "note", type: "display", text: "A note" }];
    const given = read(phq2, changedItem(phq2, "items-2", { text: "<b>Item 2</b>", enableWhen, item }));
    expect(wordsOf(given).lists[0]?.items[1]?.text).toBe("<b>Item 2</b>");
    expect(warningsOf(given)).toEqual([
      'linkId "items-2": The condition under which it is asked is left out: it is always asked.',
      'linkId "note": This note inside a question is left out.',
      'linkId "items-2": Item 2 of items has what looks like HTML in it. It is kept and shown as plain text.',
    ]);
  });
});
