import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { markRead } from "@/lib/practice/commands/mark-read";
import { getArticle, getReading } from "@/lib/practice/queries/reading";
import { makeClinic } from "@/tests/support/clinic";
import { ARTICLE, MONDAY, makePractice, NOW, ownDatabase, TODAY, WALL_SIT } from "@/tests/support/practice";

const database = ownDatabase();
const at = { now: NOW };
const KNEE = {
  kind: "article" as const,
  slug: "knee-instability-and-your-back",
  schedule: { kind: "once" as const, day: 9 },
};

test("an article is given, read and marked once", async () => {
  const { clinic, item } = await makePractice(database.admin(), { items: [WALL_SIT, ARTICLE, KNEE] });
  const { patient } = clinic;
  const article = item("knock-knees-and-back-pain");
  const list = await getReading(patient, {}, at);
  expect(list.map((one) => [one.itemId, one.givenOn, one.readAt])).toEqual([
    [item("knee-instability-and-your-back").id, TODAY, null],
    [article.id, MONDAY, null],
  ]);
  const view = await getArticle(patient, { itemId: article.id }, at);
  expect(view).toMatchObject({ note: "For your knees.", givenOn: MONDAY, readAt: null, canMark: true });
  expect(view.article.body.length).toBeGreaterThan(400);
  const mark = { id: newId(), planItemId: article.id };
  await expect(markRead.execute(patient, mark, at)).resolves.toEqual({ dueOn: MONDAY });
  await expect(markRead.execute(patient, mark, at)).resolves.toEqual({ dueOn: MONDAY });
  const again = { id: newId(), planItemId: article.id, dueOn: MONDAY };
  await expect(markRead.execute(patient, again, at)).resolves.toEqual({ dueOn: MONDAY });
  const [counts] = await database.admin()`select
    (select count(*)::int from reading_receipts where clinic_id = ${clinic.id}) as receipts,
    (select count(*)::int from audit_events where clinic_id = ${clinic.id} and action = 'practice.mark-read') as audit`;
  expect(counts).toEqual({ receipts: 1, audit: 2 });
  expect((await getReading(patient, {}, at)).map((one) => one.readAt)).toEqual([null, NOW]);
  expect(await getArticle(patient, { itemId: article.id }, at)).toMatchObject({ readAt: NOW });
});

test("fifty people pressing at once leave one receipt", async () => {
  const { clinic, item } = await makePractice(database.admin());
  const planItemId = item("knock-knees-and-back-pain").id;
  await Promise.all(
    Array.from({ length: 50 }, () => markRead.execute(clinic.patient, { id: newId(), planItemId }, at)),
  );
  expect(await database.admin()`select id from reading_receipts where clinic_id = ${clinic.id}`).toHaveLength(1);
});

test("reading that is not due yet is kept back and cannot be marked", async () => {
  const { clinic, item } = await makePractice(database.admin(), { items: [WALL_SIT, KNEE] });
  const monday = { now: new Date("2026-03-09T10:00:00Z") };
  const { id } = item("knee-instability-and-your-back");
  expect(await getReading(clinic.patient, {}, monday)).toEqual([]);
  expect(await getArticle(clinic.patient, { itemId: id }, monday)).toMatchObject({ canMark: false });
  for (const dueOn of [undefined, "2026-03-09", TODAY]) {
    await expect(
      markRead.execute(clinic.patient, { id: newId(), planItemId: id, dueOn }, monday),
    ).rejects.toMatchObject({ code: "invalid", fieldErrors: { dueOn: expect.any(String) } });
  }
});

test("related exercises say whether they are in the patient's plan, those first, with their figures", async () => {
  const { clinic, item } = await makePractice(database.admin(), {
    items: [WALL_SIT, { ...KNEE, schedule: { kind: "once", day: 1 } }],
  });
  const view = await getArticle(clinic.patient, { itemId: item("knee-instability-and-your-back").id }, at);
  const [first, ...others] = view.related;
  expect(first).toMatchObject({ slug: "wall-sit", title: "Wall sit", itemId: item("wall-sit").id });
  expect(others.length).toBeGreaterThan(2);
  expect(others.every(({ itemId }) => itemId === null)).toBe(true);
  const [row] = await database.admin()<
    { figure: unknown }[]
  >`select v.body -> 'figure' as figure from library_versions v
    join library_items i on i.clinic_id = v.clinic_id and i.id = v.item_id where i.clinic_id = ${clinic.id} and i.slug = 'wall-sit'`;
  expect(first?.figure ?? null).toEqual(row?.figure ?? null);
});

test("the wrong role is refused, and a stranger's article is not there", async () => {
  const { clinic, item } = await makePractice(database.admin());
  const other = await makeClinic(database.admin());
  const planItemId = item("knock-knees-and-back-pain").id;
  await expect(getReading(clinic.clinician, {}, at)).rejects.toMatchObject({ code: "forbidden" });
  await expect(getArticle(clinic.clinician, { itemId: planItemId }, at)).rejects.toMatchObject({ code: "forbidden" });
  await expect(markRead.execute(clinic.admin, { id: newId(), planItemId }, at)).rejects.toMatchObject({
    code: "forbidden",
  });
  for (const [person, id] of [
    [clinic.otherPatient, planItemId],
    [other.patient, planItemId],
    [clinic.patient, newId()],
    [clinic.patient, item("wall-sit").id],
  ] as const) {
    await expect(getArticle(person, { itemId: id }, at)).rejects.toMatchObject({ code: "not-found" });
    await expect(markRead.execute(person, { id: newId(), planItemId: id }, at)).rejects.toMatchObject({
      code: "not-found",
    });
  }
  const extra = { id: newId(), planItemId, patientId: clinic.patient.patientId };
  await expect(markRead.execute(clinic.patient, extra, at)).rejects.toMatchObject({ code: "invalid" });
  expect(await database.admin()`select id from reading_receipts where clinic_id = ${clinic.id}`).toEqual([]);
});
