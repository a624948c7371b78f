import { beforeAll, describe, expect, test } from "vitest";
import type { Person } from "@/lib/access/actor";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { getHandout } from "@/lib/export/queries/handout";
import type { OwnArticleInput } from "@/lib/library/article-schema";
import { copyItem } from "@/lib/library/commands/copy";
import { reviseItem } from "@/lib/library/commands/revise";
import { writeItem } from "@/lib/library/commands/write";
import { getLibraryItem } from "@/lib/library/queries/item";
import { searchLibrary } from "@/lib/library/queries/search";
import { addItem } from "@/lib/plans/commands/add-item";
import { publishPlan } from "@/lib/plans/commands/publish";
import { getArticle, getReading } from "@/lib/practice/queries/reading";
import { testDatabase } from "@/tests/support/bench";
import type { TestClinic } from "@/tests/support/clinic";
import {
  articleText,
  exerciseText,
  insertExercise,
  insertShipped,
  makeEmptyClinic,
  ownArticleText,
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
  const body = articleText({ slug: "posture", title: "Posture and sitting" });
  const item = { kind: "article" as const, slug: body.slug, title: body.title, body };
  shipped = await insertShipped(database.admin(), clinic.id, item);
  await insertExercise(database.admin(), clinic.id, "wall-sit", { name: "Wall sit" });
});

const write = async (changes: Partial<OwnArticleInput> = {}, person: Person = clinic.clinician) =>
  (await writeItem.execute(person, { id: newId(), kind: "article", body: ownArticleText(changes) }, at)).itemId;
const revise = (person: Person, itemId: string, baseVersion: number, changes: Partial<OwnArticleInput> = {}) =>
  reviseItem.execute(person, { itemId, baseVersion, kind: "article", body: ownArticleText(changes) }, at);

async function audited(action: string, subjectId: string) {
  return database.admin()<{ actor: string; detail: unknown }[]>`
    select actor_membership_id as actor, detail from audit_events
    where clinic_id = ${clinic.id} and action = ${action} and subject_id = ${subjectId} order by seq`;
}

test("writing, copying and changing an article is for clinicians, and nobody else's article is there", async () => {
  const own = await write();
  const copy = (person: Person, fromItemId: string) => copyItem.execute(person, { id: newId(), fromItemId }, at);
  for (const person of [clinic.patient, clinic.admin]) {
    for (const ask of [() => write({}, person), () => copy(person, own), () => revise(person, own, 1)]) {
      await expect(ask()).rejects.toMatchObject({ code: "forbidden" });
    }
  }
  for (const itemId of [own, shipped.itemId, newId()]) {
    for (const ask of [() => copy(stranger.clinician, itemId), () => revise(stranger.clinician, itemId, 1)]) {
      await expect(ask()).rejects.toMatchObject({ code: "not-found" });
    }
  }
});

describe("an article of the clinic's own", () => {
  test("is written once, found by its title, text and tags, and read, and the trail says so", async () => {
    const id = newId();
    const exercise = { id: newId(), kind: "exercise", body: exerciseText() };
    await writeItem.execute(clinic.clinician, exercise, at);
    const { slug } = await getLibraryItem(clinic.clinician, { id: exercise.id });
    const body = ownArticleText({
      title: " The week of the cortisone ",
      tags: ["steroid"],
      relatedExercises: ["wall-sit", slug, "wall-sit"],
      body: `# First\n\n${"word ".repeat(900)}`,
    });
    const input = { id, kind: "article", body };
    expect(await writeItem.execute(clinic.clinician, input, at)).toEqual({ itemId: id });
    expect(await writeItem.execute(clinic.clinician, input, at)).toEqual({ itemId: id });
    const view = await getLibraryItem(clinic.clinician, { id });
    expect(view).toMatchObject({
      kind: "article",
      title: "The week of the cortisone",
      slug: expect.stringMatching(/^the-week-of-the-cortisone~[0-9a-f]{12}$/),
      origin: "clinic",
      version: 1,
      versions: [{ number: 1, writtenAt: NOW, writtenBy: "Casey Clinician" }],
      copiedFrom: null,
      body: { readingMinutes: 5, slug: view.slug, relatedExercises: ["wall-sit", slug], questions: [], references: [] },
      links: {
        easier: [],
        harder: [],
        related: [
          { slug: "wall-sit", figure: expect.any(Object) },
          { slug, figure: null },
        ],
      },
    });
    for (const search of ["The week of the cortisone", "steroids", "corticone week"]) {
      const [found] = await searchLibrary(clinic.clinician, { search, kind: "article" });
      expect(found).toMatchObject({ id, origin: "clinic", minutes: 5, about: ownArticleText().summary });
    }
    expect(await audited("library.write", id)).toEqual([
      { actor: clinic.clinician.memberId, detail: { kind: "article" } },
    ]);
    await expect(writeItem.execute(clinic.clinician, { ...input, body: ownArticleText() }, at)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is refused with a message at each field", async () => {
    const body = ownArticleText({
      title: " a ",
      keyPoints: [],
      whenToGetHelp: { emergency: [""], soon: [] },
      references: [{ text: "A page", url: "javascript:alert(1)" }],
      body: "Too short.",
    });
    const refused = await writeItem
      .execute(clinic.clinician, { id: newId(), kind: "article", body }, at)
      .catch((error: unknown) => error);
    const { fieldErrors } = refused instanceof AppError ? refused : { fieldErrors: {} };
    expect(Object.keys(fieldErrors).sort()).toEqual([
      "body.body",
      "body.keyPoints",
      "body.references.0.url",
      "body.title",
      "body.whenToGetHelp.emergency.0",
      "body.whenToGetHelp.soon",
    ]);
  });

  test("names only exercises the clinic has", async () => {
    const relatedExercises = ["wall-sit", "no-such-thing", "posture"];
    await expect(write({ relatedExercises })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { "body.relatedExercises.1": expect.any(String), "body.relatedExercises.2": expect.any(String) },
    });
  });

  test("is neither written nor changed as an exercise, nor as nothing", async () => {
    const id = newId();
    for (const kind of ["exercise", "questionnaire", undefined]) {
      await expect(writeItem.execute(clinic.clinician, { id, kind, body: ownArticleText() }, at)).rejects.toMatchObject(
        { code: "invalid" },
      );
    }
    const itemId = await write();
    const body = exerciseText();
    await expect(
      reviseItem.execute(clinic.clinician, { itemId, baseVersion: 1, kind: "exercise", body }, at),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("Reload") });
    expect((await getLibraryItem(clinic.clinician, { id: itemId })).version).toBe(1);
  });

  test("keeps marks and odd letters as they were typed", async () => {
    const body = "<script>window.ran = 1</script> & 'quotes' and %s stay, \u0000 goes.\ud800";
    const view = await getLibraryItem(clinic.clinician, { id: await write({ body }) });
    expect(view.body).toMatchObject({ body: "<script>window.ran = 1</script> & 'quotes' and %s stay,  goes." });
  });
});

describe("a copy of an article", () => {
  test("is the clinic's own, with all of it, and can be saved as it is", async () => {
    const id = newId();
    const input = { id, fromItemId: shipped.itemId };
    expect(await copyItem.execute(clinic.clinician, input, at)).toEqual({ itemId: id });
    expect(await copyItem.execute(clinic.clinician, input, at)).toEqual({ itemId: id });
    const view = await getLibraryItem(clinic.clinician, { id });
    const original = articleText({ slug: "posture", title: "Posture and sitting" });
    expect(view).toMatchObject({
      kind: "article",
      title: "Posture and sitting (copy)",
      origin: "clinic",
      copiedFrom: { id: shipped.itemId, title: "Posture and sitting" },
      body: { keyPoints: original.keyPoints, questions: original.questions, body: original.body },
    });
    if (view.kind !== "article") throw new Error("this is no article");
    const { slug: _slug, readingMinutes: _minutes, ...body } = view.body;
    const revision = { itemId: id, baseVersion: 1, kind: "article", body: { ...body, title: "Sitting well" } };
    expect(await reviseItem.execute(clinic.clinician, revision, at)).toEqual({ itemId: id, number: 2 });
    expect(await getLibraryItem(clinic.clinician, { id: shipped.itemId })).toMatchObject({
      title: "Posture and sitting",
      origin: "shipped",
      version: 1,
    });
    expect(await audited("library.copy", id)).toMatchObject([{ detail: { fromItemId: shipped.itemId } }]);
  });
});

describe("a revision of an article", () => {
  test("is the next version, and from an old one a conflict", async () => {
    const itemId = await write();
    expect(await revise(clinic.clinician, itemId, 1, { title: "First to save" })).toEqual({ itemId, number: 2 });
    expect(await revise(clinic.clinician, itemId, 1, { title: "First to save" })).toEqual({ itemId, number: 2 });
    await expect(revise(clinic.clinician, itemId, 1, { title: "Second to save" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("still here"),
    });
    expect(await getLibraryItem(clinic.clinician, { id: itemId })).toMatchObject({
      title: "First to save",
      version: 2,
    });
    expect(await audited("library.revise", itemId)).toMatchObject([
      { detail: { version: 2, repeated: false } },
      { detail: { version: 2, repeated: true } },
    ]);
  });

  test("of what came with the portal is refused with a way out", async () => {
    await expect(revise(clinic.clinician, shipped.itemId, 1)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("copy"),
    });
  });
});

test("given in a plan, it is read and printed in the words it was given in", async () => {
  const exercise = { id: newId(), kind: "exercise", body: exerciseText() };
  await writeItem.execute(clinic.clinician, exercise, at);
  const own = await getLibraryItem(clinic.clinician, { id: exercise.id });
  const itemId = await write({ title: "Your first week", relatedExercises: ["wall-sit", own.slug] });
  const { slug } = await getLibraryItem(clinic.clinician, { id: itemId });
  await makePlan(database.admin(), clinic, clinic.patient, {
    startsOn: "2026-03-09",
    items: [{ kind: "exercise", slug: own.slug }],
  });
  const patientId = clinic.patient.patientId ?? "";
  const given = { id: newId(), patientId, kind: "article" as const, slug };
  const { planId, revision } = await addItem.execute(clinic.clinician, given, at);
  await publishPlan.execute(clinic.clinician, { id: newId(), planId, revision }, at);
  await revise(clinic.clinician, itemId, 1, { title: "Other words" });

  const later = { now: new Date("2026-03-18T10:00:00Z") };
  const [line] = await getReading(clinic.patient, {}, later);
  expect(line).toMatchObject({ title: "Your first week", minutes: 1, readAt: null });
  const view = await getArticle(clinic.patient, { itemId: line?.itemId ?? "" }, later);
  expect(view.article).toMatchObject({ title: "Your first week", questions: [], references: [] });
  expect(view.related).toMatchObject([
    { slug: own.slug, title: "Towel scrunch", itemId: expect.any(String) },
    { slug: "wall-sit", itemId: null },
  ]);
  const { toRead } = await getHandout(clinic.patient, { planId }, at);
  expect(toRead).toMatchObject([{ title: "Your first week", minutes: 1 }]);
  expect(await getLibraryItem(clinic.clinician, { id: itemId })).toMatchObject({ usedInPlans: 1, version: 2 });
});
