import { describe, expect, test } from "vitest";
import { ARTICLE_WORDS } from "@/components/library/article-fields";
import { EMPTY_ARTICLE } from "@/components/library/empty-article";
import { errorsIn, labelsOf } from "@/components/library/item-fields";
import { libraryArticleSchema, type OwnArticleInput, ownArticleSchema } from "@/lib/library/article-schema";
import { copyOf, keptText, slugOfNew } from "@/lib/library/own-text";
import { libraryExerciseSchema } from "@/lib/library/schemas";
import { shippedContent } from "@/tests/support/content";
import { exerciseText, ownArticleText } from "@/tests/support/library";

const ID = "01890000-0000-7000-8000-1234567890ab";
const errorsOf = (changes: Partial<OwnArticleInput>) => errorsIn(ownArticleSchema, ownArticleText(changes));

describe("an article of the clinic's own", () => {
  test("may be a short leaflet without questions, sources or words it is found by", () => {
    expect(errorsOf({})).toEqual({});
  });

  test("that is empty is told field by field, in words of our own", () => {
    const errors = errorsIn(ownArticleSchema, EMPTY_ARTICLE);
    expect(Object.keys(errors)).toEqual([
      ...["title", "summary", "whyItMatters", "keyPoints.0"],
      ...["whenToGetHelp.emergency.0", "whenToGetHelp.soon.0", "body"],
    ]);
    expect(Object.values(errors).filter((message) => /invalid|expected|received/i.test(message))).toEqual([]);
  });

  test("cannot do without when to get help", () => {
    expect(errorsOf({ whenToGetHelp: { emergency: [], soon: [] } })).toEqual({
      "whenToGetHelp.emergency": "Say at least once when to get help right away.",
      "whenToGetHelp.soon": "Say at least once when to ask for help soon.",
    });
  });

  test.each<[string, Partial<OwnArticleInput>, string]>([
    ["a title of 101 letters", { title: "x".repeat(101) }, "title"],
    ["nine points", { keyPoints: Array.from({ length: 9 }, (_, at) => `Point ${at}`) }, "keyPoints"],
    ["a point said twice", { keyPoints: ["Rest well.", "rest well. "] }, "keyPoints.1"],
    ["a question without an answer", { questions: [{ question: "May I drive?", answer: " " }] }, "questions.0.answer"],
    [
      "a question asked twice",
      { questions: ["No.", "Yes."].map((answer) => ({ question: "May I drive?", answer: `${answer} Not yet.` })) },
      "questions.1.question",
    ],
    ["a source without words", { references: [{ text: "", url: "https://example.org" }] }, "references.0.text"],
    ["a tag of one letter", { tags: ["knee", "k"] }, "tags.1"],
    ["an exercise that cannot be one", { relatedExercises: ["Not A Slug"] }, "relatedExercises.0"],
    ["a text of a few words", { body: "Rest." }, "body"],
    ["a text of a book", { body: "word ".repeat(5000) }, "body"],
  ])("with %s is told there", (_what, changes, field) => {
    expect(Object.keys(errorsOf(changes))).toEqual([field]);
  });

  test.each([
    "javascript:alert(1)",
    "http://example.org",
    "//example.org",
    "https://user:word@example.org",
    "example.org",
  ])("takes no source at %s", (url) => {
    expect(Object.keys(errorsOf({ references: [{ text: "A book", url }] }))).toEqual(["references.0.url"]);
  });

  test("keeps an address that is there, and no empty one", () => {
    const references = [
      { text: "A book", url: " " },
      { text: "A page", url: " https://example.org/a " },
      { text: "A talk" },
    ];
    expect(ownArticleSchema.parse(ownArticleText({ references })).references).toEqual([
      { text: "A book" },
      { text: "A page", url: "https://example.org/a" },
      { text: "A talk" },
    ]);
  });

  test("is kept with a slug of its own and the time it takes, which nobody types", () => {
    const text = { kind: "article" as const, body: ownArticleSchema.parse(ownArticleText()) };
    const slug = slugOfNew(text, ID);
    expect(slug).toBe("after-your-injection~1234567890ab");
    const { title, body } = keptText(text, slug);
    expect(title).toBe("After your injection");
    expect(libraryArticleSchema.parse(body)).toEqual({ ...text.body, slug, readingMinutes: 1 });
    expect(Object.keys(errorsIn(ownArticleSchema, { ...ownArticleText(), readingMinutes: 9 }))).toEqual([""]);
  });
});

describe.each(shippedContent.articles)("a copy of $slug", (article) => {
  const copy = copyOf("article", article);

  test("can be saved as it is, with nothing lost", () => {
    expect(errorsIn(ownArticleSchema, copy.body)).toEqual({});
    const { slug: _slug, title, readingMinutes, ...rest } = article;
    const kept = keptText(copy, "copy~1").body;
    expect(kept).toMatchObject(rest);
    expect(kept).toMatchObject({ title: `${title} (copy)` });
    expect("readingMinutes" in kept && Math.abs(kept.readingMinutes - readingMinutes)).toBeLessThanOrEqual(1);
  });
});

test("a copy of an exercise keeps all of it but its name and slug", () => {
  const stored = libraryExerciseSchema.parse({ ...exerciseText(), slug: "towel-scrunch" });
  const { slug: _slug, ...rest } = stored;
  expect(copyOf("exercise", stored)).toEqual({ kind: "exercise", body: { ...rest, name: "Towel scrunch (copy)" } });
});

test("the list of errors says which field, and which line of it", () => {
  const names = ["title", "whenToGetHelp.soon.1", "questions.0.answer", "references", "nothing"];
  expect(labelsOf(ARTICLE_WORDS, names)).toEqual({
    title: "Title",
    "whenToGetHelp.soon.1": "Soon, 2",
    "questions.0.answer": "Questions, 1",
    references: "Sources",
  });
});
