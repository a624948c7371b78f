import { expect, test } from "vitest";
import { filesBelow, readSources, withoutComments } from "./source";

const pages = [...readSources(["app"]).values()].filter(({ path }) => /\/(page|route)\.tsx?$/.test(path));

test("no loading.tsx: it sends 200 before a page can say not-found or sign-in; a page suspends its own list instead", () => {
  expect(filesBelow("app", /^(loading|template)\.tsx?$/)).toEqual([]);
});

test("each page of a group that is not public asks who is there", () => {
  const open = pages.filter(
    ({ path, text }) =>
      /^app\/\((?!public)[^)]+\)\//.test(path) && !/\bawait requireActor\(\s*"/.test(withoutComments(text)),
  );
  expect(open.map(({ path }) => path)).toEqual([]);
});

test("each page has a title of its own", () => {
  const unnamed = pages.filter(
    ({ path, text }) =>
      path.endsWith("page.tsx") &&
      path !== "app/page.tsx" &&
      !/export const metadata\b.*\btitle:|export (async )?function generateMetadata\b|generateMetadata =/.test(text),
  );
  expect(unnamed.map(({ path }) => path)).toEqual([]);
});
