import { expect, test } from "vitest";
import { offlineAddresses } from "@/lib/practice/offline-addresses";
import type { Today } from "@/lib/practice/today";

type Day = Parameters<typeof offlineAddresses>[0];
const exercise = (href: string, state: Today["exercises"][number]["state"]) =>
  ({ href, state }) as Day["exercises"][number];

test("what is due or may be done when needed opens without a network, and what was done need not", () => {
  const day: Day = {
    exercises: [
      exercise("/session/a?day=2026-03-10&occasion=1", "done"),
      exercise("/session/b?day=2026-03-10&occasion=1", "due"),
    ],
    asNeeded: [{ href: "/session/e?day=2026-03-10&occasion=2" } as Day["asNeeded"][number]],
    reading: [{ href: "/read/c" } as Day["reading"][number]],
    questions: [{ href: "/questions/d/2026-03-10" } as Day["questions"][number]],
  };
  expect(offlineAddresses(day)).toEqual([
    "/today",
    "/session",
    "/session/b?day=2026-03-10&occasion=1",
    "/session/e?day=2026-03-10&occasion=2",
    "/questions/d/2026-03-10",
    "/read/c",
    "/read",
    "/questions",
    "/me/waiting",
  ]);
});

test("a day without exercises needs no session", () => {
  expect(offlineAddresses({ exercises: [], asNeeded: [], reading: [], questions: [] })).toEqual([
    "/today",
    "/read",
    "/questions",
    "/me/waiting",
  ]);
});
