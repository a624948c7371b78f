import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { databaseCode } from "@/lib/core/database-errors";
import { newId } from "@/lib/core/ids";
import { endPlan } from "@/lib/plans/commands/end";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { publishedPlans } from "@/lib/plans/queries";
import { getDraft } from "@/lib/plans/queries/draft";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { apply, auditCount, change, MONDAY, placeOf, published, settle, withItem, withSets } from "./steps";

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
beforeAll(async () => {
  stranger = await makeClinic(database.admin());
});
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
});

const day = (instant: string) => new Date(`${instant}T12:00:00Z`);

/** The patient's own view of their plan: what the schedule works on. */
async function versionsSeen(patientId: string) {
  const [plan] = await asActor(clinic.patient.identity, (tx) => publishedPlans(tx, clinic.patient, patientId));
  return plan?.versions ?? [];
}

describe("the first version", () => {
  test("puts the plan in force from today, with its phases laid end to end", async () => {
    const { planId, patientId, versionId } = await published(clinic);
    const [version] = await versionsSeen(patientId);
    expect(version).toMatchObject({ versionId, number: 1, effectiveOn: "2026-03-02" });
    const clamshells = version?.items.filter((item) => item.slug === "clamshell");
    expect(clamshells).toMatchObject([
      { anchorOn: "2026-03-02", phaseStartsOn: "2026-03-02", phaseEndsOn: "2026-03-29", painCeiling: 4 },
      { anchorOn: "2026-03-02", phaseStartsOn: "2026-03-30", phaseEndsOn: null, painCeiling: 5 },
    ]);
    const view = await getDraft(clinic.clinician, { patientId });
    expect(view.plan).toEqual({ planId, startsOn: "2026-03-02", currentVersion: 1 });
    expect(view.draft).toBeNull();
    expect(await auditCount(database.admin(), clinic.id, "plans.publish", patientId)).toBe(1);
  });

  test("sent twice makes one version and gives the same answer", async () => {
    const { planId, patientId } = await apply(clinic);
    const input = { id: newId(), planId, revision: 1 };
    const once = await publishPlan.execute(clinic.clinician, input, { now: MONDAY });
    expect(await publishPlan.execute(clinic.clinician, input, { now: day("2026-03-09") })).toEqual(once);
    expect(await versionsSeen(patientId)).toHaveLength(1);
  });

  test.each([
    ["America/New_York", "2026-03-02T04:59:00Z", "2026-03-01"],
    ["America/New_York", "2026-03-02T05:01:00Z", "2026-03-02"],
    ["UTC", "2026-03-02T04:59:00Z", "2026-03-02"],
    ["Pacific/Kiritimati", "2026-03-02T10:30:00Z", "2026-03-03"],
  ])("in %s at %s it begins on %s", async (timeZone, instant, startsOn) => {
    const local = await makeClinic(database.admin(), { timeZone });
    const { patientId } = await published(local, { now: new Date(instant) });
    const view = await getDraft(local.clinician, { patientId });
    expect(view.plan?.startsOn).toBe(startsOn);
    expect(view.inForce?.effectiveOn).toBe(startsOn);
  });
});

describe("the next version", () => {
  test("leaves every row of the one before as it was", async () => {
    const plan = await published(clinic);
    const rows = () => database.admin()`select * from plan_items where plan_version_id = ${plan.versionId} order by id`;
    const before = await rows();
    await change(clinic, plan, (body) => withSets(body, "clamshell", 5), day("2026-03-10"));
    expect(await rows()).toEqual(before);
    const [first, second] = await versionsSeen(plan.patientId);
    const sets = (version: typeof first) => version?.items.find((item) => item.slug === "clamshell")?.dose?.sets;
    expect([sets(first), sets(second)]).toEqual([2, 5]);
  });

  test("keeps the first day of kept lines, and gives today to new ones", async () => {
    const plan = await published(clinic);
    const { body } = await change(
      clinic,
      plan,
      (draft) => ({
        ...draft,
        phases: draft.phases.map((phase, index) => {
          const copies = phase.items.filter((item) => item.slug === "clamshell" && index === 0);
          return { ...phase, items: [...phase.items, ...copies.map((item) => ({ ...item, key: newId() }))] };
        }),
      }),
      day("2026-03-10"),
    );
    const [, second] = await versionsSeen(plan.patientId);
    expect(second?.effectiveOn).toBe("2026-03-10");
    const anchors = second?.items.map((item) => item.anchorOn) ?? [];
    expect(anchors.filter((anchor) => anchor === "2026-03-10")).toHaveLength(1);
    expect(second?.items.find((item) => item.key === body.phases[0]?.items.at(-1)?.key)?.anchorOn).toBe("2026-03-10");
    expect(second?.items.every((item) => item.phaseStartsOn && item.phaseStartsOn >= "2026-03-02")).toBe(true);
  });

  test("keeps the words its lines were given when the library has newer ones", async () => {
    const plan = await published(clinic);
    const [before] = await versionsSeen(plan.patientId);
    const wordsOf = (slug: string, version = before) =>
      version?.items.find((item) => item.slug === slug)?.libraryVersionId;
    await database.admin()`insert into library_versions (clinic_id, id, item_id, number, title, body, body_hash, created_at)
      select v.clinic_id, gen_random_uuid(), v.item_id, v.number + 1, 'Clam, reworded', v.body, 'other', now()
      from library_versions v join library_items i on i.clinic_id = v.clinic_id and i.id = v.item_id
      where v.clinic_id = ${clinic.id} and i.slug = 'clamshell'`;
    await change(
      clinic,
      plan,
      (body) => ({
        ...body,
        phases: body.phases.map((phase, index) =>
          index === 1
            ? {
                ...phase,
                items: phase.items.map((item) => (item.slug === "clamshell" ? { ...item, key: newId() } : item)),
              }
            : phase,
        ),
      }),
      day("2026-03-10"),
    );
    const [, second] = await versionsSeen(plan.patientId);
    const lines = second?.items.filter((item) => item.slug === "clamshell") ?? [];
    expect(lines.map((item) => item.title)).toEqual(["Clamshell", "Clam, reworded"]);
    expect(lines[0]?.libraryVersionId).toBe(wordsOf("clamshell"));
  });

  test("that says the same is refused, and the draft stays", async () => {
    const { planId, patientId } = await published(clinic);
    await startDraft.execute(clinic.clinician, { id: newId(), planId, patientId });
    const publish = publishPlan.execute(clinic.clinician, { id: newId(), planId, revision: 1 });
    await expect(publish).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("Nothing differs from version 1"),
    });
    expect((await getDraft(clinic.clinician, { patientId })).draft).not.toBeNull();
  });
});

describe("refusals", () => {
  test("a phase without items is named at its place", async () => {
    const { planId, patientId, body } = await apply(clinic);
    const hollow = { ...body, phases: body.phases.map((phase) => ({ ...phase, items: [] })) };
    await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: hollow });
    const publish = publishPlan.execute(clinic.clinician, { id: newId(), planId, revision: 2 });
    await expect(publish).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: {
        "phases.0.items": expect.stringContaining("Settle and switch on"),
        "phases.1.items": expect.stringContaining("Build strength"),
      },
    });
    expect(await versionsSeen(patientId)).toEqual([]);
  });

  test("something taken out of the library may stay in a plan and not come into one", async () => {
    const plan = await published(clinic);
    await database.admin()`update library_items set retired_at = now() where clinic_id = ${clinic.id} and slug = 'clamshell'`;
    await change(clinic, plan, (body) => withSets(body, "clamshell", 3));
    const late = change(clinic, plan, (body) => withItem(body, "clamshell", (item) => ({ ...item, key: newId() })));
    await expect(late).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [`${placeOf(plan.body, "clamshell")}.slug`]: expect.stringContaining("no longer") },
    });
  });

  test("a form older than the last save or publishing is a conflict", async () => {
    const { planId, body } = await apply(clinic);
    await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: { ...body, title: "Another" } });
    const attempt = (revision: number) =>
      publishPlan.execute(clinic.clinician, { id: newId(), planId, revision }, { now: MONDAY });
    await expect(attempt(1)).rejects.toMatchObject({ code: "conflict" });
    await attempt(2);
    await expect(attempt(2)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Version 1 is in force"),
    });
  });

  test("other roles, strangers and extra keys", async () => {
    const { planId } = await apply(clinic);
    const input = { id: newId(), planId, revision: 1 };
    const work = [clinic.patient, clinic.admin, stranger.clinician].map((actor) => publishPlan.execute(actor, input));
    const invented = publishPlan.execute(clinic.clinician, { ...input, planId: newId() });
    const extra = publishPlan.execute(clinic.clinician, { ...input, number: 7 });
    const { codes } = await settle([...work, invented, extra]);
    expect(codes).toEqual(["forbidden", "forbidden", "not-found", "not-found", "invalid"]);
  });
});

describe("twenty editors at once", () => {
  test("publishing one draft makes one version", async () => {
    const { planId, patientId } = await apply(clinic);
    const work = Array.from({ length: 20 }, () =>
      publishPlan.execute(clinic.clinician, { id: newId(), planId, revision: 1 }, { now: MONDAY }),
    );
    const { values, codes } = await settle(work);
    expect(values.map(({ number }) => number)).toEqual([1]);
    expect(codes).toEqual(Array(19).fill("conflict"));
    expect(await versionsSeen(patientId)).toHaveLength(1);
  });

  test("each opening, changing and publishing: as many versions as were accepted, in a row", async () => {
    const plan = await published(clinic);
    const work = Array.from({ length: 20 }, (_, editor) =>
      change(clinic, plan, (body) => ({ ...body, title: `Plan of editor ${editor}` })),
    );
    const { values, codes } = await settle(work);
    expect(values.length).toBeGreaterThan(0);
    expect(new Set(codes)).toEqual(new Set(codes.length > 0 ? ["conflict"] : []));
    const versions = await versionsSeen(plan.patientId);
    expect(versions.map(({ number }) => number)).toEqual(Array.from({ length: values.length + 1 }, (_, n) => n + 1));
    expect(new Set(values.map(({ versionId }) => versionId))).toEqual(
      new Set(versions.slice(1).map(({ versionId }) => versionId)),
    );
  });
});

describe("ending a plan", () => {
  test("makes today, where the patient is, its last day, and closes it to changes", async () => {
    const local = await makeClinic(database.admin(), { timeZone: "America/New_York" });
    const { planId, patientId } = await published(local);
    const end = await endPlan.execute(local.clinician, { planId }, { now: new Date("2026-03-10T02:00:00Z") });
    expect(end).toEqual({ planId, endsOn: "2026-03-09" });
    expect(await auditCount(database.admin(), local.id, "plans.end", patientId)).toBe(1);
    const again = endPlan.execute(local.clinician, { planId });
    const draft = startDraft.execute(local.clinician, { id: newId(), planId, patientId });
    expect((await settle<unknown>([again, draft])).codes).toEqual(["conflict", "conflict"]);
    await apply(local, { now: new Date("2026-03-10T02:00:00Z") });
  });

  test("is refused for one never published, to other roles and to strangers", async () => {
    const { planId } = await apply(clinic, { patient: clinic.otherPatient });
    const work = [clinic.clinician, clinic.patient, clinic.admin, stranger.clinician].map((actor) =>
      endPlan.execute(actor, { planId }),
    );
    expect((await settle(work)).codes).toEqual(["conflict", "forbidden", "forbidden", "not-found"]);
  });
});

describe("what was published", () => {
  test.each([
    ["plan_items", "sets = 9"],
    ["plan_versions", "title = 'x'"],
    ["phases", "title = 'x'"],
  ])("%s can be neither changed nor deleted by the portal", async (table, assignment) => {
    const plan = await published(clinic);
    const run = (statement: string) =>
      asActor(clinic.clinician.identity, (tx) => tx.execute(sql.raw(statement))).then(
        () => "done",
        (error: unknown) => databaseCode(error),
      );
    const where = `where patient_id = '${plan.patientId}'`;
    expect(await run(`update ${table} set ${assignment} ${where}`)).toBe("42501");
    expect(await run(`delete from ${table} ${where}`)).toBe("42501");
  });
});
