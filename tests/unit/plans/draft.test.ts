import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadContent } from "@/lib/jobs/content/load-content";
import { referenceOf, searchCatalogue } from "@/lib/library/catalogue";
import { planChanges } from "@/lib/plans/changes";
import { bodyOfProtocol, bodyOfVersion, itemFromCatalogue, placesOf, slugsOf } from "@/lib/plans/draft";
import { draftBodySchema, draftItemSchema } from "@/lib/plans/schemas";

const content = loadContent(join(import.meta.dirname, "../../.."));
const keys = () => {
  let next = 0;
  return () => `00000000-0000-7000-8000-${String(next++).padStart(12, "0")}`;
};
const key = "00000000-0000-7000-8000-00000000abcd";

describe("a protocol as a plan's text", () => {
  test.each(content.protocols.map((protocol) => [protocol.slug, protocol] as const))(
    "%s is whole",
    (_slug, protocol) => {
      const body = draftBodySchema.parse(bodyOfProtocol(protocol, keys()));
      expect(body.phases.map((phase) => phase.items.map((item) => item.slug))).toEqual(
        protocol.phases.map((phase) => phase.items.map((item) => item.slug)),
      );
      expect(slugsOf(body).length).toBeLessThan(placesOf(body).length);
      expect(placesOf(body).at(-1)?.path).toBe(
        `phases.${body.phases.length - 1}.items.${(body.phases.at(-1)?.items.length ?? 0) - 1}`,
      );
    },
  );

  test("published and opened again, it says the same", () => {
    const [protocol] = content.protocols;
    if (!protocol) throw new Error("no protocol is shipped");
    const body = draftBodySchema.parse(bodyOfProtocol(protocol, keys()));
    const phases = body.phases.map((phase, index) => ({ ...phase, id: `phase ${index}` }));
    const items = body.phases.flatMap((phase, index) =>
      phase.items.map((item) => ({ ...item, phaseId: `phase ${index}` })),
    );
    const again = bodyOfVersion({ title: body.title, phases, items });
    expect(again).toEqual(body);
    expect(planChanges(body, again)).toEqual([]);
  });
});

describe("a line added from the library", () => {
  test.each(content.exercises.map((exercise) => [exercise.slug, exercise] as const))(
    "%s has its own dose",
    (slug, exercise) => {
      const { sided, dose } = exercise;
      const item = itemFromCatalogue({ kind: "exercise", slug, sided, dose }, key);
      expect(draftItemSchema.parse(item)).toEqual(item);
      expect(item.dose).toMatchObject({
        sets: dose.sets,
        repetitions: dose.repetitions,
        side: sided ? "both" : "none",
      });
      expect(item.schedule).toEqual({ kind: "weekly", weekdays: dose.weekdays, timesPerDay: dose.timesPerDay });
    },
  );

  test("reading comes once, questionnaires every four weeks", () => {
    const bare = { slug: "any", sided: false, dose: null };
    expect(itemFromCatalogue({ ...bare, kind: "article" }, key)).toMatchObject({
      dose: null,
      schedule: { kind: "once", day: 1 },
    });
    expect(itemFromCatalogue({ ...bare, kind: "questionnaire" }, key)).toMatchObject({
      dose: null,
      schedule: { kind: "every-weeks", weeks: 4 },
    });
  });
});

describe("searching the library", () => {
  const items = [
    { title: "Wall sit", about: "Strengthens the thigh without moving the knee.", aliases: ["Wall squat"] },
    { title: "Clamshell", about: "Strengthens the side of the hip.", aliases: ["Clam"] },
    { title: "Café stretch", about: "For the wall of the chest.", aliases: [] },
  ];
  const titles = (search: string) => searchCatalogue(items, search).map(({ title }) => title);

  test.each([
    ["", ["Wall sit", "Clamshell", "Café stretch"]],
    ["wall", ["Wall sit", "Café stretch"]],
    ["CLAM", ["Clamshell"]],
    ["squat", ["Wall sit"]],
    ["cafe", ["Café stretch"]],
    ["hip side", ["Clamshell"]],
    ["nothing like it", []],
    ["  ", ["Wall sit", "Clamshell", "Café stretch"]],
    ["(.*", []],
  ])("%j finds %j", (search, expected) => {
    expect(titles(search)).toEqual(expected);
  });

  test("an exercise and an article of one slug are two things", () => {
    expect(referenceOf({ kind: "exercise", slug: "a" })).not.toBe(referenceOf({ kind: "article", slug: "a" }));
  });
});
