import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { addItem } from "@/lib/plans/commands/add-item";
import { endPlan } from "@/lib/plans/commands/end";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { getDraft } from "@/lib/plans/queries/draft";
import { listReceivers } from "@/lib/plans/queries/receivers";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { apply, auditCount, draftBody, idOf, MONDAY, published, settle } from "./steps";

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
beforeAll(async () => {
  stranger = await makeClinic(database.admin());
});
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
});

/** In the shipped protocol the first phase lacks it. */
const WALL_SIT = { kind: "exercise", slug: "wall-sit" } as const;
const at = { now: MONDAY };

describe("adding from the library", () => {
  test("puts it, with its own dose, at the end of the first phase of a plan not yet published", async () => {
    const { patientId, body } = await apply(clinic);
    const id = newId();
    const added = await addItem.execute(clinic.clinician, { id, patientId, ...WALL_SIT }, at);
    expect(added).toMatchObject({ patientId, revision: 2, key: id });
    const after = await draftBody(clinic.clinician, patientId);
    expect(after.phases[0]?.items.slice(0, -1)).toEqual(body.phases[0]?.items);
    expect(after.phases[0]?.items.at(-1)).toMatchObject({ ...WALL_SIT, key: id, dose: { loadKg: null } });
    expect(after.phases.slice(1)).toEqual(body.phases.slice(1));
    expect(await auditCount(database.admin(), clinic.id, "plans.add-item", patientId)).toBe(1);
  });

  test("opens the version in force for change, and leaves it in force", async () => {
    const { patientId, body } = await published(clinic);
    await addItem.execute(clinic.clinician, { id: newId(), patientId, ...WALL_SIT }, at);
    const view = await getDraft(clinic.clinician, { patientId }, at);
    expect(view.draft).toMatchObject({ revision: 1, baseVersion: 1 });
    expect(view.draft?.body.phases[0]?.items).toHaveLength((body.phases[0]?.items.length ?? 0) + 1);
    expect(view.inForce).toMatchObject({ number: 1, body });
  });

  test("goes to the phase the patient is in", async () => {
    const { patientId, body } = await published(clinic);
    const weeks = body.phases[0]?.weeks ?? 0;
    const later = new Date(MONDAY.getTime() + weeks * 7 * 24 * 60 * 60 * 1000);
    const article = { kind: "article", slug: "knock-knees-and-back-pain" } as const;
    await addItem.execute(clinic.clinician, { id: newId(), patientId, ...article }, { now: later });
    const after = await draftBody(clinic.clinician, patientId);
    expect(after.phases[0]).toEqual(body.phases[0]);
    expect(after.phases[1]?.items.at(-1)).toMatchObject(article);
  });

  test("sent twice it is there once; asked for again it is said to be there", async () => {
    const { patientId } = await apply(clinic);
    const input = { id: newId(), patientId, ...WALL_SIT };
    const first = await addItem.execute(clinic.clinician, input, at);
    expect(await addItem.execute(clinic.clinician, input, at)).toEqual(first);
    const again = addItem.execute(clinic.clinician, { ...input, id: newId() }, at);
    await expect(again).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("already") });
    expect((await getDraft(clinic.clinician, { patientId }, at)).draft?.revision).toBe(2);
  });

  test("makes a form that was open in another tab a conflict", async () => {
    const { planId, patientId, body } = await apply(clinic);
    await addItem.execute(clinic.clinician, { id: newId(), patientId, ...WALL_SIT }, at);
    const late = saveDraft.execute(clinic.clinician, { planId, revision: 1, body }, at);
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });

  test("needs a plan, and something the library offers", async () => {
    const { planId, patientId } = await published(clinic);
    const input = { id: newId(), patientId, ...WALL_SIT };
    const nothing = addItem.execute(clinic.clinician, { ...input, slug: "no-such-thing" }, at);
    await expect(nothing).rejects.toMatchObject({ code: "invalid", fieldErrors: { slug: expect.any(String) } });
    const otherKind = addItem.execute(clinic.clinician, { ...input, kind: "article" }, at);
    await expect(otherKind).rejects.toMatchObject({ code: "invalid" });
    await database.admin()`update library_items set retired_at = now()
      where clinic_id = ${clinic.id} and slug = ${WALL_SIT.slug}`;
    await expect(addItem.execute(clinic.clinician, input, at)).rejects.toMatchObject({ code: "invalid" });
    await endPlan.execute(clinic.clinician, { planId }, at);
    await expect(addItem.execute(clinic.clinician, input, at)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is refused to other roles, and not found by strangers", async () => {
    const { patientId } = await apply(clinic);
    const input = { id: newId(), patientId, ...WALL_SIT };
    const work = [clinic.patient, clinic.admin, stranger.clinician].map((actor) => addItem.execute(actor, input, at));
    expect((await settle(work)).codes).toEqual(["forbidden", "forbidden", "not-found"]);
    expect(await auditCount(database.admin(), clinic.id, "plans.add-item", patientId)).toBe(0);
  });
});

describe("whom something can be given to", () => {
  test("the clinic's patients by name, with their plans", async () => {
    const [pat, oli] = [idOf(clinic.patient), idOf(clinic.otherPatient)];
    const rows = async () => (await listReceivers(clinic.clinician, {})).map(({ id, plans }) => ({ id, plans }));
    expect(await rows()).toEqual([
      { id: oli, plans: [] },
      { id: pat, plans: [] },
    ]);
    const [first, second] = [await published(clinic), await apply(clinic, { patient: clinic.otherPatient })];
    const name = first.body.title;
    expect(await rows()).toEqual([
      { id: oli, plans: [{ planId: second.planId, name, version: 0, hasDraft: true }] },
      { id: pat, plans: [{ planId: first.planId, name, version: 1, hasDraft: false }] },
    ]);
    expect((await settle([listReceivers(clinic.patient, {}), listReceivers(clinic.admin, {})])).codes).toEqual([
      "forbidden",
      "forbidden",
    ]);
    const [looks] = await database.admin()<{ count: number }[]>`select count(*)::int as count from audit_events
      where clinic_id = ${clinic.id} and action = 'identity.list-patients'`;
    expect(looks?.count).toBe(2);
  });
});
