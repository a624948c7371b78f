import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { discardDraft } from "@/lib/plans/commands/discard-draft";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { getDraft } from "@/lib/plans/queries/draft";
import type { DraftBody } from "@/lib/plans/schemas";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { apply, auditCount, draftBody, idOf, MONDAY, placeOf, published, settle, withItem, withSets } from "./steps";

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
beforeAll(async () => {
  stranger = await makeClinic(database.admin());
});
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
});

const rename = (body: DraftBody, title: string): DraftBody => ({ ...body, title });

describe("saving a draft", () => {
  test("keeps the text and raises the revision", async () => {
    const { planId, patientId, body } = await apply(clinic);
    const next = withSets(body, "clamshell", 4);
    const saved = await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: next });
    expect(saved).toEqual({ revision: 2 });
    expect(await draftBody(clinic.clinician, patientId)).toEqual(next);
    expect(await auditCount(database.admin(), clinic.id, "plans.save-draft", patientId)).toBe(1);
  });

  test("leaves out what the database cannot keep, and refuses a name that holds it at its field", async () => {
    const { planId, patientId, body } = await apply(clinic);
    const noted = withItem(body, "clamshell", (item) => ({ ...item, note: "Slow\u0000ly \ud83d please" }));
    await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: rename(noted, "\u0000Knee") });
    expect(await draftBody(clinic.clinician, patientId)).toEqual(
      rename(
        withItem(body, "clamshell", (item) => ({ ...item, note: "Slowly  please" })),
        "Knee",
      ),
    );
    const unknown = withItem(body, "clamshell", (item) => ({ ...item, slug: "clam\u0000\ud83d" }));
    await expect(saveDraft.execute(clinic.clinician, { planId, revision: 2, body: unknown })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("an older form is a conflict and changes nothing", async () => {
    const { planId, patientId, body } = await apply(clinic);
    await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: rename(body, "First") });
    const late = saveDraft.execute(clinic.clinician, { planId, revision: 1, body: rename(body, "Second") });
    await expect(late).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("still here") });
    expect((await draftBody(clinic.clinician, patientId)).title).toBe("First");
  });

  test("the newest text sent again, its answer having been lost, is no conflict", async () => {
    const { planId, body } = await apply(clinic);
    const input = { planId, revision: 1, body: rename(body, "Again") };
    await saveDraft.execute(clinic.clinician, input);
    expect(await saveDraft.execute(clinic.clinician, input)).toEqual({ revision: 2 });
  });

  test("twenty tabs at once: one is kept, and the others know", async () => {
    const { planId, body } = await apply(clinic);
    const tabs = Array.from({ length: 20 }, (_, tab) =>
      saveDraft.execute(clinic.clinician, { planId, revision: 1, body: rename(body, `Tab ${tab}`) }),
    );
    const { values, codes } = await settle(tabs);
    expect(values).toEqual([{ revision: 2 }]);
    expect(codes).toEqual(Array(19).fill("conflict"));
  });

  test("after a publishing it is a conflict that names the version in force", async () => {
    const { planId, body } = await published(clinic);
    const late = saveDraft.execute(clinic.clinician, { planId, revision: 1, body });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Version 1 is in force"),
    });
  });

  test("is refused to other roles, and not found by strangers", async () => {
    const { planId, body } = await apply(clinic);
    const input = { planId, revision: 1, body };
    const invented = saveDraft.execute(clinic.clinician, { ...input, planId: newId() });
    const work = [clinic.patient, clinic.admin, stranger.clinician].map((actor) => saveDraft.execute(actor, input));
    const { codes } = await settle([...work, invented]);
    expect(codes).toEqual(["forbidden", "forbidden", "not-found", "not-found"]);
  });
});

describe("bad input", () => {
  const at = (slug: string, rest: string, root = "") => {
    return (body: DraftBody) => `${root}${placeOf(body, slug)}.${rest}`;
  };
  const refusals: [string, (body: DraftBody) => unknown, string | ((body: DraftBody) => string)][] = [
    ["minus one set", (body) => withSets(body, "clamshell", -1), at("clamshell", "dose.sets", "body.")],
    ["half a set", (body) => withSets(body, "clamshell", 1.5), at("clamshell", "dose.sets", "body.")],
    [
      "a slug the library lacks",
      (body) => withItem(body, "clamshell", (item) => ({ ...item, slug: "no-such" })),
      at("clamshell", "slug"),
    ],
    [
      "an article's slug for an exercise",
      (body) => withItem(body, "clamshell", (item) => ({ ...item, slug: "knock-knees-and-back-pain" })),
      at("clamshell", "slug"),
    ],
    ["a key too many", (body) => ({ ...body, owner: "me" }), "body"],
    [
      "a note of a megabyte",
      (body) => withItem(body, "wall-sit", (item) => ({ ...item, note: "a".repeat(1_000_000) })),
      at("wall-sit", "note", "body."),
    ],
    ["no phases", (body) => ({ ...body, phases: [] }), "body.phases"],
    ["no name", (body) => rename(body, "  "), "body.title"],
    [
      "pain of 11",
      (body) => withItem(body, "wall-sit", (item) => ({ ...item, painCeiling: 11 })),
      at("wall-sit", "painCeiling", "body."),
    ],
    [
      "two lines with one key",
      (body) => ({
        ...body,
        phases: body.phases.map((phase) => ({
          ...phase,
          items: phase.items.map((item) => ({ ...item, key: body.phases[0]?.key })),
        })),
      }),
      "body.phases",
    ],
    [
      "an exercise without a dose",
      (body) => withItem(body, "wall-sit", (item) => ({ ...item, dose: null })),
      at("wall-sit", "dose", "body."),
    ],
    ["not a text at all", () => "hello", "body"],
  ];
  test.each(refusals)("%s is told at its place, and nothing is written", async (_name, edit, field) => {
    const { planId, patientId, body } = await apply(clinic);
    const late = saveDraft.execute(clinic.clinician, { planId, revision: 1, body: edit(body) });
    const refusal = await late.catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "invalid" });
    expect(Object.keys((refusal as { fieldErrors: object }).fieldErrors)).toContain(
      typeof field === "string" ? field : field(body),
    );
    expect((await getDraft(clinic.clinician, { patientId })).draft?.revision).toBe(1);
  });

  test("emoji, right-to-left names and quotes come back as they were", async () => {
    const { planId, patientId, body } = await apply(clinic);
    const next = rename(body, "خطة 🦵 “O'Neil” \\ %s");
    await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: next });
    expect(await draftBody(clinic.clinician, patientId)).toEqual(next);
  });
});

describe("starting a draft", () => {
  test("begins from the version in force with the same keys", async () => {
    const { planId, patientId, body } = await published(clinic);
    const input = { id: newId(), planId, patientId };
    const opened = await startDraft.execute(clinic.clinician, input, { now: MONDAY });
    expect(opened).toEqual({ planId, revision: 1, baseVersion: 1 });
    expect(await draftBody(clinic.clinician, patientId)).toEqual(body);
    expect(await auditCount(database.admin(), clinic.id, "plans.start-draft", patientId)).toBe(1);
  });

  test("gives the draft there is", async () => {
    const { planId, patientId, body } = await apply(clinic);
    await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: rename(body, "Mine") });
    const opened = await startDraft.execute(clinic.clinician, { id: newId(), planId, patientId });
    expect(opened).toEqual({ planId, revision: 2, baseVersion: 0 });
  });

  test("by twenty people at once makes one", async () => {
    const { planId, patientId } = await published(clinic);
    const work = Array.from({ length: 20 }, () =>
      startDraft.execute(clinic.clinician, { id: newId(), planId, patientId }),
    );
    expect((await settle(work)).values).toEqual(Array(20).fill({ planId, revision: 1, baseVersion: 1 }));
  });

  test("is refused to other roles, to strangers, and for another patient's plan", async () => {
    const { planId, patientId } = await published(clinic);
    const input = { id: newId(), planId, patientId };
    const work = [clinic.patient, clinic.admin, stranger.clinician].map((actor) => startDraft.execute(actor, input));
    const mixed = startDraft.execute(clinic.clinician, { ...input, patientId: idOf(clinic.otherPatient) });
    const { codes } = await settle([...work, mixed]);
    expect(codes).toEqual(["forbidden", "forbidden", "not-found", "not-found"]);
  });
});

describe("throwing a draft away", () => {
  test("leaves the version in force, which can be opened again", async () => {
    const { planId, patientId, body } = await published(clinic);
    await startDraft.execute(clinic.clinician, { id: newId(), planId, patientId });
    await discardDraft.execute(clinic.clinician, { planId, revision: 1 });
    const view = await getDraft(clinic.clinician, { patientId });
    expect(view.draft).toBeNull();
    expect(view.inForce).toMatchObject({ number: 1, body });
    expect(await auditCount(database.admin(), clinic.id, "plans.discard-draft", patientId)).toBe(1);
  });

  test("of a newer text is a conflict", async () => {
    const { planId, body } = await apply(clinic);
    await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: rename(body, "Newer") });
    await expect(discardDraft.execute(clinic.clinician, { planId, revision: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("never published, the plan goes with it", async () => {
    const { planId, patientId } = await apply(clinic);
    await discardDraft.execute(clinic.clinician, { planId, revision: 1 }, { now: MONDAY });
    expect((await getDraft(clinic.clinician, { patientId })).plan).toBeNull();
    const publish = publishPlan.execute(clinic.clinician, { id: newId(), planId, revision: 1 });
    await expect(publish).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("has ended") });
  });

  test("is refused to other roles, and not found by strangers", async () => {
    const { planId } = await apply(clinic);
    const input = { planId, revision: 1 };
    const work = [clinic.patient, clinic.admin, stranger.clinician].map((actor) => discardDraft.execute(actor, input));
    expect((await settle(work)).codes).toEqual(["forbidden", "forbidden", "not-found"]);
  });
});
