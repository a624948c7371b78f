import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { favouriteItem } from "@/lib/library/commands/favourite";
import { retireItem } from "@/lib/library/commands/retire";
import { writeItem } from "@/lib/library/commands/write";
import { listLibrary } from "@/lib/library/queries";
import { searchLibrary } from "@/lib/library/queries/search";
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

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
const ids = new Map<string, string>();

const EXERCISES = {
  clamshell: {
    name: "Clamshell",
    aliases: ["Side-lying hip opener"],
    regions: ["hip"],
    position: "side-lying",
    equipment: ["mat"],
  },
  "single-leg-romanian-deadlift": {
    name: "Single-leg Romanian deadlift",
    aliases: ["RDL", "One-leg deadlift"],
    regions: ["hip"],
    level: "demanding",
    position: "standing",
    equipment: ["dumb-bell"],
  },
  "glute-bridge": {
    name: "Glute bridge",
    aliases: ["Hip bridge"],
    regions: ["hip", "lower-back"],
    position: "lying-on-back",
    equipment: ["mat"],
  },
  "single-leg-bridge": { name: "Single-leg bridge", regions: ["hip"], position: "lying-on-back", equipment: ["mat"] },
  "side-plank": {
    name: "Side plank",
    aliases: ["Side bridge"],
    regions: ["lower-back"],
    position: "side-lying",
    equipment: ["mat"],
  },
  plank: {
    name: "Plank",
    purpose: "Keeps your trunk firm, as a bridge between arms and legs.",
    regions: ["lower-back"],
    position: "lying-on-front",
  },
  "childs-pose": { name: "Child’s pose", regions: ["lower-back"], position: "kneeling", equipment: ["mat"] },
  "wall-sit": {
    name: "Wall sit",
    muscles: { main: ["quadriceps"], helping: ["buttocks"] },
    regions: ["knee"],
    position: "standing",
    equipment: ["wall"],
    level: "moderate",
  },
} as const;

beforeAll(async () => {
  const admin = database.admin();
  clinic = await makeEmptyClinic(admin);
  stranger = await makeEmptyClinic(admin);
  for (const [slug, { regions, ...text }] of Object.entries(EXERCISES)) {
    const changes = JSON.parse(JSON.stringify({ ...text, regions })) as Parameters<typeof insertExercise>[3];
    ids.set(slug, (await insertExercise(admin, clinic.id, slug, changes)).itemId);
  }
  const article = articleText({
    slug: "stiff-ankles",
    title: "Stiff ankles and posture",
    body: "A calf raise helps. Clams have a shell. ".repeat(30),
  });
  ids.set(
    "stiff-ankles",
    (
      await insertShipped(admin, clinic.id, {
        kind: "article",
        slug: article.slug,
        title: article.title,
        body: article,
      })
    ).itemId,
  );
  const body = exerciseText({
    name: "Étirement du mollet",
    aliases: ["Stretch of the clinic"],
    purpose: "Stretches the calf.",
  });
  await writeItem.execute(clinic.clinician, { id: newId(), kind: "exercise", body });
});

const slugs = async (search: string, more: object = {}) =>
  (await searchLibrary(clinic.clinician, { search, ...more })).map(({ slug }) => slug.replace(/~.*/, "~"));

describe("searching", () => {
  test.each([
    ["clam shel", "clamshell"],
    ["clamshall", "clamshell"],
    ["clam", "clamshell"],
    ["RDL", "single-leg-romanian-deadlift"],
    ["romanian dedlift", "single-leg-romanian-deadlift"],
    ["glut brige", "glute-bridge"],
    ["plan", "plank"],
    ["plnak", "plank"],
    ["childs pose", "childs-pose"],
    ["Child's pose", "childs-pose"],
    ["child’s", "childs-pose"],
    ["quadricep", "wall-sit"],
    ["etirement", "etirement-du-mollet~"],
    ["ÉTIREMENT", "etirement-du-mollet~"],
    ["étirément du", "etirement-du-mollet~"],
    ["stiff ankle", "stiff-ankles"],
    ["du", "etirement-du-mollet~"],
  ])("%s finds %s first", async (search, slug) => {
    expect((await slugs(search))[0]).toBe(slug);
  });

  test("names come before other names, and those before the text", async () => {
    expect(await slugs("bridge")).toEqual(["glute-bridge", "single-leg-bridge", "side-plank", "plank"]);
    expect(await slugs("bridges")).toEqual(["glute-bridge", "single-leg-bridge", "side-plank", "plank"]);
    expect(await slugs("bridge single")).toEqual(["single-leg-bridge"]);
    expect((await slugs("plank")).slice(0, 2)).toEqual(["plank", "side-plank"]);
  });

  test("the text of an article is searched too", async () => {
    expect(await slugs("calf raise")).toEqual(["stiff-ankles"]);
  });

  test("nothing gives everything on offer, exercises by name and then reading", async () => {
    const all = await slugs("  ");
    expect(all).toHaveLength(Object.keys(EXERCISES).length + 2);
    expect(all.slice(0, 3)).toEqual(["childs-pose", "clamshell", "etirement-du-mollet~"]);
    expect(all.at(-1)).toBe("stiff-ankles");
    expect(await searchLibrary(clinic.clinician, {})).toHaveLength(all.length);
  });

  test("no search breaks it, however long or strange", async () => {
    const strange = [
      "%",
      "%%%",
      "_",
      "'; drop table library_items; --",
      "' or 1 = 1 --",
      "a & | ! <-> b:*",
      ":*",
      "(((",
      "\\",
      "\u0000",
      "the",
      "😀",
      "²",
      "\ud800",
      "خرد شدن",
      "膝",
      "ﬁ",
      "a".repeat(5_000),
      "knee ".repeat(1_000),
      "$1 ? :a",
    ];
    for (const search of strange) expect(Array.isArray(await slugs(search)), search).toBe(true);
    expect(await slugs("%")).toEqual([]);
    expect(await slugs("_")).toEqual([]);
    expect(await slugs("' or 1 = 1 --")).toEqual([]);
    expect(await slugs(`clamshell${" ".repeat(300)}and what nobody wrote`)).toEqual(["clamshell"]);
    expect(await slugs("zzzzzz")).toEqual([]);
    expect(await slugs("")).toHaveLength(Object.keys(EXERCISES).length + 2);
  });
});

describe("a row", () => {
  test("holds what a card shows, in the newest words", async () => {
    const [row] = await searchLibrary(clinic.clinician, { search: "RDL" });
    expect(row).toEqual({
      id: ids.get("single-leg-romanian-deadlift"),
      kind: "exercise",
      slug: "single-leg-romanian-deadlift",
      title: "Single-leg Romanian deadlift",
      about: exerciseText().purpose,
      aliases: ["RDL", "One-leg deadlift"],
      regions: ["hip"],
      level: "demanding",
      position: "standing",
      equipment: ["dumb-bell"],
      sided: true,
      minutes: null,
      dose: exerciseText().dose,
      origin: "shipped",
      favourite: false,
      figure: null,
      photoId: null,
      versionId: expect.any(String),
      hasMedia: false,
    });
    const [article] = await searchLibrary(clinic.clinician, { kind: "article" });
    expect(article).toMatchObject({
      kind: "article",
      minutes: 4,
      level: null,
      position: null,
      dose: null,
      equipment: [],
      sided: false,
    });
  });

  test("is of the newest version alone", async () => {
    const other = await makeEmptyClinic(database.admin());
    const { itemId } = await insertExercise(database.admin(), other.id, "old-name", { name: "Former name" });
    const versionId = await insertVersion(database.admin(), other.id, itemId, 2, {
      title: "Latter name",
      body: { ...exerciseText({ name: "Latter name" }), slug: "old-name" },
    });
    expect(await searchLibrary(other.clinician, { search: "former" })).toEqual([]);
    expect(await searchLibrary(other.clinician, { search: "latter" })).toMatchObject([{ id: itemId, versionId }]);
  });

  test("tells of photos and films", async () => {
    const other = await makeEmptyClinic(database.admin());
    const mediaId = newId();
    await database.admin()`insert into library_media (clinic_id, id, content_type, size_bytes, width_pixels, height_pixels, sha256,
        uploaded_by_id, created_at)
      values (${other.id}, ${mediaId}, 'image/webp', 10, 1, 1, 'x', ${other.clinician.memberId}, now())`;
    const madeBy = { credit: "Casey", licence: "Our own" };
    const media = [
      { kind: "video" as const, url: "https://example.org/film", title: "The film", ...madeBy },
      { kind: "photo" as const, mediaId, alt: "A foot on a towel", ...madeBy },
    ];
    const body = exerciseText({ media });
    await writeItem.execute(other.clinician, { id: newId(), kind: "exercise", body });
    expect(await searchLibrary(other.clinician, {})).toMatchObject([
      { photoId: mediaId, hasMedia: true, origin: "clinic" },
    ]);
  });
});

describe("filters", () => {
  test.each([
    [{ kind: "article" }, ["stiff-ankles"]],
    [{ region: "knee" }, ["wall-sit"]],
    [{ equipment: "wall" }, ["wall-sit"]],
    [{ position: "side-lying" }, ["clamshell", "side-plank"]],
    [{ level: "demanding" }, ["single-leg-romanian-deadlift"]],
    [{ origin: "clinic" }, ["etirement-du-mollet~"]],
    [{ region: "hip", position: "lying-on-back" }, ["glute-bridge", "single-leg-bridge"]],
    [{ region: "hip", search: "single" }, ["single-leg-bridge", "single-leg-romanian-deadlift"]],
    [{ kind: "article", region: "knee" }, []],
  ])("%j", async (filters, expected) => {
    expect(await slugs("", filters)).toEqual(expected);
  });

  test("a word it does not know is not found", async () => {
    const unknown = { level: "brutal" } as unknown as { level: "gentle" };
    await expect(searchLibrary(clinic.clinician, unknown)).rejects.toMatchObject({ code: "not-found" });
  });

  test("favourites are one's own", async () => {
    const other = await makeEmptyClinic(database.admin());
    const { itemId } = await insertExercise(database.admin(), other.id, "plank", { name: "Plank" });
    await favouriteItem.execute(other.clinician, { itemId, on: true });
    expect(await searchLibrary(other.clinician, { favourites: true })).toMatchObject([{ id: itemId, favourite: true }]);
    expect(await searchLibrary(clinic.clinician, { favourites: true })).toEqual([]);
  });

  test("what was retired is found only when it alone is asked for", async () => {
    const other = await makeEmptyClinic(database.admin());
    const { itemId } = await insertExercise(database.admin(), other.id, "plank", { name: "Plank" });
    await retireItem.execute(other.clinician, { itemId });
    expect(await searchLibrary(other.clinician, { search: "plank" })).toEqual([]);
    expect(await searchLibrary(other.clinician, {})).toEqual([]);
    expect(await listLibrary(other.clinician, {})).toEqual([]);
    expect(await searchLibrary(other.clinician, { retired: true })).toMatchObject([{ id: itemId }]);
  });
});

describe("who may search", () => {
  test("clinicians alone", async () => {
    for (const person of [clinic.patient, clinic.admin]) {
      await expect(searchLibrary(person, {})).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("and never another clinic's library", async () => {
    expect(await searchLibrary(stranger.clinician, {})).toEqual([]);
    expect(await searchLibrary(stranger.clinician, { search: "clamshell" })).toEqual([]);
  });

  test("what can be added to a plan holds the clinic's own beside what ships", async () => {
    const titles = (await listLibrary(clinic.clinician, {})).map(({ title }) => title);
    expect(titles).toContain("Étirement du mollet");
    expect(titles).toContain("Clamshell");
    expect(await listLibrary(stranger.clinician, {})).toEqual([]);
  });
});
