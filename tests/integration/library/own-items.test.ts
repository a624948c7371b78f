import { beforeAll, describe, expect, test } from "vitest";
import type { Person } from "@/lib/access/actor";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { syncContent } from "@/lib/jobs/content/sync-content";
import { articleSchema } from "@/lib/library/article-schema";
import { copyItem } from "@/lib/library/commands/copy";
import { favouriteItem } from "@/lib/library/commands/favourite";
import { restoreItem } from "@/lib/library/commands/restore";
import { retireItem } from "@/lib/library/commands/retire";
import { reviseItem } from "@/lib/library/commands/revise";
import { writeItem } from "@/lib/library/commands/write";
import { getLibraryItem } from "@/lib/library/queries/item";
import { searchLibrary } from "@/lib/library/queries/search";
import { exerciseSchema, type OwnExerciseInput } from "@/lib/library/schemas";
import { testDatabase } from "@/tests/support/bench";
import type { TestClinic } from "@/tests/support/clinic";
import {
  articleText,
  exerciseText,
  insertExercise,
  insertShipped,
  insertVersion,
  makeEmptyClinic,
} from "@/tests/support/library";
import { makePlan } from "@/tests/support/plan";

const database = testDatabase();
const NOW = new Date("2026-03-10T10:00:00Z");
const at = { now: NOW };
let clinic: TestClinic;
let stranger: TestClinic;
let shipped: { itemId: string; versionId: string };

beforeAll(async () => {
  clinic = await makeEmptyClinic(database.admin());
  stranger = await makeEmptyClinic(database.admin());
  shipped = await insertExercise(database.admin(), clinic.id, "clamshell", { name: "Clamshell", aliases: ["Clam"] });
  await insertExercise(database.admin(), clinic.id, "wall-sit", { name: "Wall sit" });
});

const write = async (changes: Partial<OwnExerciseInput> = {}, person: Person = clinic.clinician) => {
  const input = { id: newId(), kind: "exercise", body: exerciseText(changes) };
  return (await writeItem.execute(person, input, at)).itemId;
};

async function audited(action: string, subjectId: string): Promise<{ actor: string; detail: unknown }[]> {
  return database.admin()<{ actor: string; detail: unknown }[]>`
    select actor_membership_id as actor, detail from audit_events
    where clinic_id = ${clinic.id} and action = ${action} and subject_id = ${subjectId} order by seq`;
}

const WRONG: { name: string; by: (person: Person, itemId: string) => Promise<unknown> }[] = [
  { name: "writing", by: (person) => write({}, person) },
  { name: "copying", by: (person, fromItemId) => copyItem.execute(person, { id: newId(), fromItemId }, at) },
  {
    name: "revising",
    by: (person, itemId) =>
      reviseItem.execute(person, { itemId, baseVersion: 1, kind: "exercise", body: exerciseText() }, at),
  },
  { name: "retiring", by: (person, itemId) => retireItem.execute(person, { itemId }, at) },
  { name: "restoring", by: (person, itemId) => restoreItem.execute(person, { itemId }, at) },
  { name: "a favourite", by: (person, itemId) => favouriteItem.execute(person, { itemId, on: true }, at) },
  { name: "no favourite", by: (person, itemId) => favouriteItem.execute(person, { itemId, on: false }, at) },
  { name: "reading", by: (person, id) => getLibraryItem(person, { id }) },
];

describe.each(WRONG)("$name", ({ name, by }) => {
  test("is for clinicians", async () => {
    for (const person of [clinic.patient, clinic.admin]) {
      await expect(by(person, shipped.itemId)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  if (name !== "writing") {
    test("another clinic's item is the same as one that never was", async () => {
      const own = await write();
      for (const itemId of [own, shipped.itemId, newId()]) {
        await expect(by(stranger.clinician, itemId)).rejects.toMatchObject({ code: "not-found" });
      }
    });
  }
});

describe("an exercise of the clinic's own", () => {
  test("is written, found and read, and the trail says so", async () => {
    const id = newId();
    const input = {
      id,
      kind: "exercise",
      body: exerciseText({ name: "  Scrunch with a towel ", easier: ["wall-sit"] }),
    };
    expect(await writeItem.execute(clinic.clinician, input, at)).toEqual({ itemId: id });
    expect(await writeItem.execute(clinic.clinician, input, at)).toEqual({ itemId: id });
    const view = await getLibraryItem(clinic.clinician, { id });
    expect(view).toMatchObject({
      id,
      kind: "exercise",
      title: "Scrunch with a towel",
      slug: expect.stringMatching(/^scrunch-with-a-towel~[0-9a-f]{12}$/),
      origin: "clinic",
      retiredAt: null,
      favourite: false,
      version: 1,
      versions: [{ number: 1, writtenAt: NOW, writtenBy: "Casey Clinician" }],
      copiedFrom: null,
      usedInPlans: 0,
      links: { easier: [{ slug: "wall-sit", title: "Wall sit" }], harder: [] },
      body: { name: "Scrunch with a towel", slug: view.slug, figure: null, media: [] },
    });
    expect(await audited("library.write", id)).toEqual([
      { actor: clinic.clinician.memberId, detail: { kind: "exercise" } },
    ]);
    const [found] = await searchLibrary(clinic.clinician, { search: "scrunch with" });
    expect(found).toMatchObject({ id, origin: "clinic" });
  });

  test("may have any name, twice, and in any script", async () => {
    const [one, two] = [await write({ name: "Clamshell" }), await write({ name: "Clamshell" })];
    expect(one).not.toBe(two);
    const other = await getLibraryItem(clinic.clinician, { id: await write({ name: "膝の運動" }) });
    expect(other.slug).toMatch(/^exercise~/);
  });

  test("is refused with a message at each field", async () => {
    const madeBy = { credit: "", licence: "" };
    const body = {
      ...exerciseText({ name: " a ", steps: [], stopIf: [], easier: ["Not A Slug"], regions: [] }),
      dose: { ...exerciseText().dose, repetitions: null },
      media: [{ kind: "video" as const, url: "http://example.org/film", title: "Film", ...madeBy }],
    };
    const input = { id: newId(), kind: "exercise", body };
    const refused = await writeItem.execute(clinic.clinician, input, at).catch((error: unknown) => error);
    const { fieldErrors } = refused instanceof AppError ? refused : { fieldErrors: {} };
    expect(Object.keys(fieldErrors).sort()).toEqual([
      "body.dose.repetitions",
      "body.easier.0",
      "body.media.0.credit",
      "body.media.0.licence",
      "body.media.0.url",
      "body.name",
      "body.regions",
      "body.steps",
      "body.stopIf",
    ]);
  });

  test("names only exercises and photos the clinic has", async () => {
    const foreign = await getLibraryItem(stranger.clinician, {
      id: (await writeItem.execute(stranger.clinician, { id: newId(), kind: "exercise", body: exerciseText() }, at))
        .itemId,
    });
    const photo = { kind: "photo" as const, mediaId: newId(), alt: "A foot", credit: "Casey", licence: "Our own" };
    const body = exerciseText({ easier: ["wall-sit", "no-such-thing"], harder: [foreign.slug], media: [photo] });
    await expect(
      writeItem.execute(clinic.clinician, { id: newId(), kind: "exercise", body }, at),
    ).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: {
        "body.easier.1": expect.any(String),
        "body.harder.0": expect.any(String),
        "body.media.0.mediaId": expect.any(String),
      },
    });
  });

  test.each([
    "javascript:alert(1)",
    "http://example.org/a",
    "//example.org/a",
    "https://",
    "https://user:word@example.org/a",
    "https://localhost/a",
    "example.org",
  ])("takes no film from %s", async (url) => {
    const media = [{ kind: "video" as const, url, title: "Film", credit: "Casey", licence: "Our own" }];
    await expect(write({ media })).rejects.toMatchObject({ fieldErrors: { "body.media.0.url": expect.any(String) } });
  });

  test("keeps nothing the database cannot", async () => {
    const id = await write({ name: "Odd\u0000ity\ud800", purpose: "Quotes ' \" and \\ and %s stay as they are." });
    const { title, body } = await getLibraryItem(clinic.clinician, { id });
    expect(title).toBe("Oddity");
    expect(body).toMatchObject({ purpose: "Quotes ' \" and \\ and %s stay as they are." });
  });
});

describe("a copy", () => {
  test("is the clinic's own, says where it came from, and leaves that as it is", async () => {
    const id = newId();
    expect(await copyItem.execute(clinic.clinician, { id, fromItemId: shipped.itemId }, at)).toEqual({ itemId: id });
    expect(await copyItem.execute(clinic.clinician, { id, fromItemId: shipped.itemId }, at)).toEqual({ itemId: id });
    const view = await getLibraryItem(clinic.clinician, { id });
    expect(view).toMatchObject({
      origin: "clinic",
      title: "Clamshell (copy)",
      copiedFrom: { id: shipped.itemId, title: "Clamshell" },
      body: { aliases: ["Clam"], media: [], slug: view.slug },
    });
    expect(await getLibraryItem(clinic.clinician, { id: shipped.itemId })).toMatchObject({
      title: "Clamshell",
      origin: "shipped",
      version: 1,
      versions: [{ number: 1, writtenBy: null }],
    });
    expect(await audited("library.copy", id)).toMatchObject([{ detail: { fromItemId: shipped.itemId } }]);
  });

  test("of one's own can be made, and a long name still fits", async () => {
    const fromItemId = await write({ name: "x".repeat(60) });
    const { itemId } = await copyItem.execute(clinic.clinician, { id: newId(), fromItemId }, at);
    const { title } = await getLibraryItem(clinic.clinician, { id: itemId });
    expect(title).toBe(`${"x".repeat(53)} (copy)`);
  });
});

describe("a revision", () => {
  test("is the next version", async () => {
    const itemId = await write();
    const body = exerciseText({ name: "Towel scrunch, slowly" });
    const input = { itemId, baseVersion: 1, kind: "exercise", body };
    expect(await reviseItem.execute(clinic.clinician, input, at)).toEqual({ itemId, number: 2 });
    const view = await getLibraryItem(clinic.clinician, { id: itemId });
    expect(view).toMatchObject({ version: 2, title: "Towel scrunch, slowly", body: { slug: view.slug } });
    expect(view.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(await audited("library.revise", itemId)).toMatchObject([{ detail: { version: 2, repeated: false } }]);
  });

  test("made from an old version is a conflict, and nothing is lost", async () => {
    const itemId = await write();
    const revise = (baseVersion: number, name: string) =>
      reviseItem.execute(clinic.clinician, { itemId, baseVersion, kind: "exercise", body: exerciseText({ name }) }, at);
    await revise(1, "First to save");
    await expect(revise(1, "Second to save")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("still here"),
    });
    expect((await getLibraryItem(clinic.clinician, { id: itemId })).title).toBe("First to save");
    expect(await revise(2, "Second to save")).toEqual({ itemId, number: 3 });
  });

  test("sent twice, or with nothing changed, is no further version", async () => {
    const itemId = await write();
    const input = { itemId, baseVersion: 1, kind: "exercise", body: exerciseText({ name: "Changed once" }) };
    const once = await reviseItem.execute(clinic.clinician, input, at);
    expect(await reviseItem.execute(clinic.clinician, input, at)).toEqual(once);
    expect(await reviseItem.execute(clinic.clinician, { ...input, baseVersion: 2 }, at)).toEqual(once);
    expect((await getLibraryItem(clinic.clinician, { id: itemId })).versions).toHaveLength(2);
  });

  test("by ten people at once is one, and nine conflicts", async () => {
    const itemId = await write();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        reviseItem.execute(
          clinic.clinician,
          { itemId, baseVersion: 1, kind: "exercise", body: exerciseText({ name: `Name ${index}` }) },
          at,
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getLibraryItem(clinic.clinician, { id: itemId })).version).toBe(2);
  });

  test("of what came with the portal is refused with a way out", async () => {
    const input = { itemId: shipped.itemId, baseVersion: 1, kind: "exercise", body: exerciseText() };
    await expect(reviseItem.execute(clinic.clinician, input, at)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("copy"),
    });
  });
});

describe("retiring", () => {
  test("hides an item, breaks no plan, and can be taken back", async () => {
    const itemId = await write({ name: "Soon gone" });
    const { slug } = await getLibraryItem(clinic.clinician, { id: itemId });
    const plan = await makePlan(database.admin(), clinic, clinic.patient, {
      startsOn: "2026-03-02",
      items: [{ kind: "exercise", slug }],
    });
    await makePlan(database.admin(), clinic, clinic.otherPatient, {
      startsOn: "2026-01-05",
      endsOn: "2026-02-01",
      items: [{ kind: "exercise", slug }],
    });
    const [before] = await database.admin()`select * from plan_items where id = ${plan.items[0]?.id ?? ""}`;
    await retireItem.execute(clinic.clinician, { itemId }, at);
    await retireItem.execute(clinic.clinician, { itemId }, { now: new Date("2026-03-11T10:00:00Z") });
    expect(await searchLibrary(clinic.clinician, { search: "Soon gone" })).toEqual([]);
    const view = await getLibraryItem(clinic.clinician, { id: itemId });
    expect(view).toMatchObject({ retiredAt: NOW, usedInPlans: 1 });
    const [after] = await database.admin()`select * from plan_items where id = ${plan.items[0]?.id ?? ""}`;
    expect(after).toEqual(before);
    await restoreItem.execute(clinic.clinician, { itemId }, at);
    expect(await searchLibrary(clinic.clinician, { search: "Soon gone" })).toMatchObject([{ id: itemId }]);
    expect(await audited("library.retire", itemId)).toHaveLength(2);
    expect(await audited("library.restore", itemId)).toHaveLength(1);
  });

  test("leaves a plan the version it was given", async () => {
    const itemId = await write({ name: "First words" });
    const { slug, versionId } = await getLibraryItem(clinic.clinician, { id: itemId });
    const other = await makeEmptyClinic(database.admin());
    expect(other.id).not.toBe(clinic.id);
    const plan = await makePlan(database.admin(), clinic, clinic.otherPatient, {
      startsOn: "2026-03-02",
      items: [{ kind: "exercise", slug }],
    });
    await reviseItem.execute(
      clinic.clinician,
      { itemId, baseVersion: 1, kind: "exercise", body: exerciseText({ name: "Other words" }) },
      at,
    );
    const [held] = await database.admin()<{ version: string }[]>`
      select library_version_id as version from plan_items where id = ${plan.items[0]?.id ?? ""}`;
    expect(held?.version).toBe(versionId);
  });
});

describe("favourites", () => {
  test("are put on and taken off, each time in the trail", async () => {
    const id = await write();
    const mark = (on: boolean) => favouriteItem.execute(clinic.clinician, { itemId: id, on }, at);
    expect([await mark(true), await mark(true)]).toEqual([{ on: true }, { on: true }]);
    expect((await getLibraryItem(clinic.clinician, { id })).favourite).toBe(true);
    expect(await mark(false)).toEqual({ on: false });
    expect((await getLibraryItem(clinic.clinician, { id })).favourite).toBe(false);
    expect(await audited("library.favourite", id)).toHaveLength(3);
  });
});

describe("content brought in at start", () => {
  const none = { articles: [], protocols: [], instruments: [] };
  const figure = {
    base: "standing",
    view: "side",
    keyframes: [{ label: "Stand", seconds: 1 }],
    muscles: [],
  };
  const shippedText = (name: string) => {
    const { media: _media, ...text } = exerciseText({ name });
    const two = (line: string) => [line, `${line} Again.`];
    const lines = {
      steps: two("Pull the towel."),
      cues: two("Keep your heel down."),
      mistakes: two("Lifting the foot."),
    };
    return exerciseSchema.parse({ ...text, ...lines, slug: "towel-scrunch", figure });
  };

  test("leaves alone what the clinic wrote, whatever its name, and keeps retired what was retired", async () => {
    const own = await makeEmptyClinic(database.admin());
    const written = { id: newId(), kind: "exercise", body: exerciseText({ name: "Towel scrunch" }) };
    await writeItem.execute(own.clinician, written, at);
    const sync = (name: string) => syncContent(own.id, { ...none, exercises: [shippedText(name)] }, NOW);
    expect(await sync("Towel scrunch")).toBe(1);
    expect(await sync("Towel scrunch")).toBe(0);
    const rows = await searchLibrary(own.clinician, { search: "towel scrunch" });
    expect(rows.map(({ origin }) => origin).sort()).toEqual(["clinic", "shipped"]);
    const itemId = rows.find(({ origin }) => origin === "shipped")?.id ?? "";
    await retireItem.execute(own.clinician, { itemId }, at);
    expect(await sync("Towel scrunching")).toBe(1);
    expect(await getLibraryItem(own.clinician, { id: itemId })).toMatchObject({ version: 2, retiredAt: NOW });
    expect(await searchLibrary(own.clinician, { origin: "shipped" })).toEqual([]);
    expect(await getLibraryItem(own.clinician, { id: written.id })).toMatchObject({
      version: 1,
      title: "Towel scrunch",
    });
  });

  test("the database holds the two kinds of slug apart", async () => {
    const add = (slug: string, origin: string) =>
      database.admin()`insert into library_items (clinic_id, id, kind, slug, origin, created_at)
        values (${clinic.id}, ${newId()}, 'exercise', ${slug}, ${origin}, now())`;
    await expect(add("plain", "clinic")).rejects.toThrow(/library_items_own_slug/);
    await expect(add("with~tilde", "shipped")).rejects.toThrow(/library_items_own_slug/);
  });

  test("texts of the release before are still read", async () => {
    const {
      easier: _easier,
      harder: _harder,
      figure: _figure,
      media: _media,
      ...old
    } = exerciseText({ name: "Old one" });
    const { itemId } = await insertShipped(database.admin(), clinic.id, {
      slug: "old-one",
      title: "Old one",
      body: { slug: "old-one", ...old },
    });
    expect(await getLibraryItem(clinic.clinician, { id: itemId })).toMatchObject({
      body: { figure: null, media: [], easier: [], harder: [] },
      links: { easier: [], harder: [] },
    });
    const { explorer: _explorer, ...article } = articleText({ slug: "old-article", title: "An old article" });
    expect(articleSchema.safeParse(article).success).toBe(false);
    const stored = await insertShipped(database.admin(), clinic.id, {
      kind: "article",
      slug: "old-article",
      title: article.title,
      body: article,
    });
    await insertVersion(database.admin(), clinic.id, stored.itemId, 2, { title: article.title, body: article });
    expect(await getLibraryItem(clinic.clinician, { id: stored.itemId })).toMatchObject({ body: { explorer: null } });
  });
});
