import { gzipSync } from "node:zlib";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { FigureMoving } from "@/components/movement/figure-moving";
import { figureFaults } from "@/lib/movement/soundness";
import { shippedContent } from "@/tests/support/content";

const figures = shippedContent.exercises.map(({ slug, name, sided, figure }) => ({
  slug,
  name,
  sided,
  figure,
}));
const MOST_BYTES = 6144;

describe.each(figures)("the figure of $slug", ({ name, sided, figure }) => {
  test("is a sound body throughout: lengths, contacts, ranges, feet", () => {
    expect(figureFaults(figure)).toEqual([]);
  });

  test("has a side exactly when the exercise has", () => {
    expect(figure.side !== null).toBe(sided);
  });

  test("moves in six kilobytes, and says in words what it shows", () => {
    const picture = renderToStaticMarkup(createElement(FigureMoving, { figure, name }));
    const moving = picture.slice(picture.indexOf("<svg"), picture.indexOf("</svg>") + 6);
    expect(gzipSync(moving).length).toBeLessThanOrEqual(MOST_BYTES);
    const [, label = ""] = /aria-label="([^"]*)"/.exec(picture) ?? [];
    expect(label.replaceAll("&#x27;", "'").startsWith(`${name}. A person `)).toBe(true);
    expect(label.length).toBeGreaterThan(name.length + 40);
  });
});
