import { describe, expect, test } from "vitest";
import type { CatalogueItem } from "@/lib/library/catalogue";
import type { DraftBody, DraftItem } from "@/lib/plans/schemas";
import { emptyPhaseErrors, type KeptLine, resolveItems, textErrors } from "@/lib/plans/version";

const article = (key: string, slug = "back"): DraftItem => ({
  key,
  kind: "article",
  slug,
  dose: null,
  schedule: { kind: "once", day: 1 },
  note: "",
  painCeiling: 5,
});
const bodyOf = (...items: DraftItem[]): DraftBody => ({
  title: "Plan",
  phases: [{ key: "phase", title: "Begin", aim: "", weeks: null, items }],
});
const text = (versionId: string, retired = false): CatalogueItem => ({
  kind: "article",
  slug: "back",
  title: "Your back",
  about: "",
  aliases: [],
  minutes: 4,
  sided: false,
  dose: null,
  retired,
  versionId,
});
const kept = (key: string, slug = "back"): KeptLine => ({
  key,
  kind: "article",
  slug,
  anchorOn: "2026-01-05",
  libraryVersionId: "old words",
  instrumentVersionId: null,
});
const today = "2026-03-02";
const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

describe("the lines of the next version", () => {
  const texts = new Map([["article/back", text("new words")]]);

  test("a kept line keeps its first day and its words; a new one has today and the newest", () => {
    const lines = resolveItems(bodyOf(article("a"), article("b")), { inForce: [kept("a")], texts, today });
    expect(lines).toMatchObject([
      { key: "a", position: 0, phaseKey: "phase", anchorOn: "2026-01-05", libraryVersionId: "old words" },
      { key: "b", position: 1, anchorOn: today, libraryVersionId: "new words", instrumentVersionId: null },
    ]);
  });

  test("a line that now hands out something else has the newest words of that", () => {
    const [line] = resolveItems(bodyOf(article("a")), { inForce: [kept("a", "knees")], texts, today });
    expect(line?.libraryVersionId).toBe("new words");
  });

  test("what the library does not hold is refused at its line", () => {
    const work = () => resolveItems(bodyOf(article("a"), article("b", "gone")), { inForce: [], texts, today });
    expect(refusalOf(work)).toMatchObject({
      code: "invalid",
      fieldErrors: { "phases.0.items.1.slug": expect.any(String) },
    });
  });

  test("what is retired stays where it was and comes nowhere new", () => {
    const retired = new Map([["article/back", text("new words", true)]]);
    const given = { inForce: [kept("a")], texts: retired, today };
    expect(resolveItems(bodyOf(article("a")), given)).toHaveLength(1);
    expect(refusalOf(() => resolveItems(bodyOf(article("a"), article("b")), given))).toMatchObject({
      fieldErrors: { "phases.0.items.1.slug": expect.any(String) },
    });
  });
});

test("each phase without items is named", () => {
  const full = bodyOf(article("a"));
  expect(emptyPhaseErrors(full)).toBeNull();
  const hollow = { ...full, phases: [...full.phases, { key: "two", title: "Build", aim: "", weeks: null, items: [] }] };
  expect(emptyPhaseErrors(hollow)).toEqual({ "phases.1.items": expect.stringContaining("Build") });
});

test("a text that the rules no longer take is told where, and nothing is thrown", () => {
  const key = () => crypto.randomUUID();
  const whole: DraftBody = {
    title: "Plan",
    phases: [{ key: key(), title: "Begin", aim: "", weeks: null, items: [article(key())] }],
  };
  expect(textErrors(whole)).toBeNull();
  const lines = Array.from({ length: 61 }, () => article(key()));
  const full = { ...whole, phases: whole.phases.map((phase) => ({ ...phase, items: lines })) };
  expect(textErrors(full)).toEqual({ "phases.0.items": expect.stringContaining("at most 60 lines") });
  const empty = { ...whole, phases: whole.phases.map((phase) => ({ ...phase, items: [] })) };
  expect(textErrors(empty)).toEqual({ "phases.0.items": expect.stringContaining("nothing in it") });
});
