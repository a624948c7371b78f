import { expect, test } from "vitest";
import { type LinkClick, wayOut } from "@/components/questionnaires/leave-rules";

const HERE = "https://clinic.example/patients/1/answers/paper?slug=index";
const click = (over: Partial<LinkClick> = {}): LinkClick => ({
  href: "https://clinic.example/patients/1/answers",
  target: "",
  isDownload: false,
  isElsewhere: false,
  ...over,
});

test.each([
  ["another page", {}, "/patients/1/answers"],
  [
    "the same page about something else",
    { href: "/patients/1/answers/paper?slug=diary#top" },
    "/patients/1/answers/paper?slug=diary#top",
  ],
  ["another page in this very window", { target: "_self" }, "/patients/1/answers"],
])("%s leads away", (_what, over, to) => expect(wayOut(click(over), HERE)).toBe(to));

test.each([
  ["a place on this page", { href: "#part-pain" }],
  ["a new window", { target: "_blank" }],
  ["a file to keep", { isDownload: true }],
  ["a click with a key held down", { isElsewhere: true }],
  ["another site", { href: "https://elsewhere.example/patients/1/answers" }],
  ["an address that is none", { href: "https://" }],
])("%s does not", (_what, over) => expect(wayOut(click(over), HERE)).toBeNull());
