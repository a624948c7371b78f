import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { discardDraft } from "@/lib/plans/commands/discard-draft";
import { getDraft } from "@/lib/plans/queries/draft";
import { listProtocols } from "@/lib/plans/queries/protocols";
import { draftBodySchema } from "@/lib/plans/schemas";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { apply, auditCount, idOf, MONDAY, PROTOCOL, settle } from "./steps";

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
  stranger = await makeClinic(database.admin());
});

const inputFor = (patientId: string) => ({ id: newId(), patientId, protocolSlug: PROTOCOL });

describe("the list of protocols", () => {
  test("shows each with its phases counted", async () => {
    const cards = await listProtocols(clinic.clinician, {});
    expect(cards.find(({ slug }) => slug === PROTOCOL)).toMatchObject({
      slug: PROTOCOL,
      phases: [
        { weeks: 4, counts: { article: 2, questionnaire: 5, exercise: 5 } },
        { weeks: null, counts: { article: 2, questionnaire: 4, exercise: 10 } },
      ],
    });
  });

  test("is for clinicians", async () => {
    await expect(listProtocols(clinic.patient, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(listProtocols(clinic.admin, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("applying a protocol", () => {
  test("begins a plan with a draft that is the protocol's, with a key for each line", async () => {
    const { planId, patientId } = await apply(clinic);
    const view = await getDraft(clinic.clinician, { patientId });
    expect(view.plan).toEqual({ planId, startsOn: null, currentVersion: 0 });
    expect(view.draft).toMatchObject({ revision: 1, baseVersion: 0, updatedBy: "Casey Clinician" });
    expect(view.inForce).toBeNull();
    expect(view.titles["exercise/wall-sit"]).toBe("Wall sit");
    const body = draftBodySchema.parse(view.draft?.body);
    expect(body.phases.map((phase) => phase.items.length)).toEqual([12, 16]);
    const first = body.phases[0]?.items.find(({ kind }) => kind === "exercise");
    expect(first?.dose).toMatchObject({ sets: 2, repetitions: 12, holdSeconds: 3 });
    expect(await auditCount(database.admin(), clinic.id, "plans.apply-protocol", patientId)).toBe(1);
  });

  test("without one, it begins empty", async () => {
    const other = await makeClinic(database.admin());
    const patientId = idOf(other.patient);
    const input = { id: newId(), patientId, protocolSlug: null };
    expect(await applyProtocol.execute(other.clinician, input, { now: MONDAY })).toEqual({
      planId: input.id,
      revision: 1,
    });
    const { draft } = await getDraft(other.clinician, { patientId });
    expect(draftBodySchema.parse(draft?.body)).toMatchObject({
      title: "New plan",
      phases: [{ weeks: null, items: [] }],
    });
  });

  test("sent twice makes one plan; a second plan is a conflict while the first runs", async () => {
    const other = await makeClinic(database.admin());
    const input = inputFor(idOf(other.patient));
    const once = await applyProtocol.execute(other.clinician, input, { now: MONDAY });
    expect(await applyProtocol.execute(other.clinician, input, { now: MONDAY })).toEqual(once);
    await expect(applyProtocol.execute(other.clinician, inputFor(idOf(other.patient)))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("already has a plan"),
    });
    await discardDraft.execute(other.clinician, { planId: once.planId, revision: 1 }, { now: MONDAY });
    await applyProtocol.execute(other.clinician, inputFor(idOf(other.patient)), { now: MONDAY });
  });

  test("by ten people at once makes one plan", async () => {
    const other = await makeClinic(database.admin());
    const work = Array.from({ length: 10 }, () =>
      applyProtocol.execute(other.clinician, inputFor(idOf(other.patient))),
    );
    const { values, codes } = await settle(work);
    expect(values).toHaveLength(1);
    expect(codes).toEqual(Array(9).fill("conflict"));
  });

  test("an unknown protocol is told at its field, and nothing is written", async () => {
    const patientId = idOf(clinic.otherPatient);
    const input = { ...inputFor(patientId), protocolSlug: "no-such-protocol" };
    await expect(applyProtocol.execute(clinic.clinician, input)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { protocolSlug: expect.any(String) },
    });
    expect((await getDraft(clinic.clinician, { patientId })).plan).toBeNull();
  });

  test("is refused to patients and administrators", async () => {
    const input = inputFor(idOf(clinic.otherPatient));
    await expect(applyProtocol.execute(clinic.patient, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(applyProtocol.execute(clinic.admin, input)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("another clinic's patient is the same as one who never was", async () => {
    const foreign = applyProtocol.execute(stranger.clinician, inputFor(idOf(clinic.otherPatient)));
    const invented = applyProtocol.execute(stranger.clinician, inputFor(newId()));
    const { codes } = await settle([foreign, invented]);
    expect(codes).toEqual(["not-found", "not-found"]);
    await expect(getDraft(stranger.clinician, { patientId: idOf(clinic.patient) })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
