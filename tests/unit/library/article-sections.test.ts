import { describe, expect, test } from "vitest";
import { articleContents, bodySections } from "@/lib/library/article-sections";

const heads = (body: string) => bodySections(body).sections.map(({ slug, title }) => [slug, title]);

describe("the text of an article", () => {
  test("is cut at its headings, and none of it is lost", () => {
    const body = "Before.\n\n## One\n\nFirst.\n\n### Under one\n\nMore.\n\n## Two ##\nSecond.\n";
    expect(bodySections(body)).toEqual({
      intro: "Before.",
      sections: [
        { slug: "one", title: "One", markdown: "First.\n\n### Under one\n\nMore." },
        { slug: "two", title: "Two", markdown: "Second." },
      ],
    });
    expect(bodySections("No heading at all.")).toEqual({ intro: "No heading at all.", sections: [] });
  });

  test("a heading of the first level counts among the second: the title is the one there is", () => {
    expect(heads("# Top\n\na\n\n## Next\n\n```\n# not one\n```\n\n#hashtag")).toEqual([
      ["top", "Top"],
      ["next", "Next"],
    ]);
  });

  test("a heading in a piece of code is none", () => {
    expect(heads("## Real\n\n```\n## Not one\n```\n\n## Also real")).toEqual([
      ["real", "Real"],
      ["also-real", "Also real"],
    ]);
  });

  test.each([
    ["## Where *the back* comes in", "where-the-back-comes-in", "Where the back comes in"],
    ["## What’s next? Don't `stop`!", "whats-next-dont-stop", "What’s next? Don't stop!"],
    ["## Déjà vu: 3 ways", "deja-vu-3-ways", "Déjà vu: 3 ways"],
    ["## See [the clinic](https://example.org)", "see-the-clinic", "See the clinic"],
    ["## ***", "part", ""],
  ])("%s has an address and a title", (heading, slug, title) => {
    expect(heads(heading)).toEqual([[slug, title]]);
  });

  test.each(["##", "##   ", "## ##", "##none", "### Under"])("%j is no heading of a part", (line) => {
    expect(heads(line)).toEqual([]);
  });

  test("a line made to be slow is not", () => {
    const spaces = " ".repeat(20_000);
    expect(heads(`##${spaces}a\u2028b${spaces}c ${"#".repeat(9)}`)).toHaveLength(1);
    expect(heads(`##${spaces}${"# ".repeat(10_000)}x`)).toHaveLength(1);
  });

  test("no two parts of an article share an address", () => {
    expect(heads("## Again\n\n## Again\n\n## When to get help").map(([slug]) => slug)).toEqual([
      "again",
      "again-2",
      "when-to-get-help-2",
    ]);
  });
});

describe("the contents", () => {
  const asked = [{ question: "Will it last?", answer: "No." }];
  const titles = (body: string, hasExplorer: boolean, questions = asked) =>
    articleContents({ body, questions }, hasExplorer).map(({ title }) => title);
  const around = (...own: string[]) => [
    ...["Why it matters", "The main points"],
    ...own,
    ...["When to get help", "Questions people ask"],
  ];

  test("are in the order of the page", () => {
    expect(titles("## One\n\na\n\n## Two\n\nb", false)).toEqual(around("One", "Two"));
  });

  test("leave out the questions where nobody asks any", () => {
    expect(titles("## One\n\na", false, [])).toEqual(around("One").slice(0, -1));
  });

  test("the picture to move has a part, once", () => {
    expect(titles("## One\n\na", true)).toEqual(around("One", "See it move"));
    expect(titles("## See it move\n\na\n\n## One\n\nb", true)).toEqual(around("See it move", "One"));
  });
});
