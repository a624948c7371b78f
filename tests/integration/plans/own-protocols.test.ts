import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { applyProtocol } from "@/lib/plans/commands/apply-protocol";
import { retireProtocol } from "@/lib/plans/commands/retire-protocol";
import { saveProtocol } from "@/lib/plans/commands/save-protocol";
import { updateProtocol } from "@/lib/plans/commands/update-protocol";
import { comparePlan, getProtocol, listProtocols } from "@/lib/plans/queries/protocols";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { auditCount, change, draftBody, idOf, MONDAY, PROTOCOL, published, withSets } from "./steps";

const database = testDatabase();
const at = { now: MONDAY };
const HEAD = {
  text: "in-force" as const,
  title: "Our steady knee",
  summary: "For a knee that is steady enough to begin with.",
  keepNotes: false,
};
let clinic: TestClinic;
let plan: { planId: string; patientId: string };

beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  plan = await published(clinic);
});

const save = (over: Partial<typeof HEAD> = {}) =>
  saveProtocol.execute(clinic.clinician, { id: newId(), planId: plan.planId, ...HEAD, ...over }, at);

test("a plan is saved as a protocol without its notes, listed, and begins another plan", async () => {
  const { protocolId, slug } = await save();
  expect(slug).toMatch(/^our-steady-knee~[0-9a-f]{12}$/);
  const view = await getProtocol(clinic.clinician, { protocolId });
  expect(view).toMatchObject({ number: 1, isOwn: true, title: HEAD.title });
  expect(view.body.phases.flatMap(({ items }) => items).every(({ note }) => note === "")).toBe(true);
  expect(view.body.phases[0]?.criteria?.painAtMost?.value).toBe(2);
  const cards = await listProtocols(clinic.clinician, {});
  expect(cards.filter(({ isOwn }) => isOwn).map((card) => card.slug)).toEqual([slug]);
  const patientId = idOf(clinic.otherPatient);
  await applyProtocol.execute(clinic.clinician, { id: newId(), patientId, protocolSlug: slug }, at);
  expect((await draftBody(clinic.clinician, patientId)).phases).toHaveLength(2);
  expect(await auditCount(database.admin(), clinic.id, "plans.save-protocol", plan.patientId)).toBe(1);
  const text = JSON.stringify(view);
  expect(text).not.toContain("Pat Patient");
});

test("a changed plan updates the protocol once; an older form is a conflict", async () => {
  const { protocolId } = await save({ keepNotes: true });
  await change(clinic, plan, (body) => withSets(body, "glute-bridge", 4));
  const input = { id: newId(), protocolId, number: 1, planId: plan.planId, ...HEAD };
  expect(await updateProtocol.execute(clinic.clinician, input, at)).toEqual({ protocolId, number: 2 });
  await expect(updateProtocol.execute(clinic.clinician, { ...input, id: newId() }, at)).rejects.toMatchObject({
    code: "conflict",
  });
  const { number, body } = await getProtocol(clinic.clinician, { protocolId });
  expect(number).toBe(2);
  expect(body.phases[0]?.items.find(({ slug }) => slug === "glute-bridge")?.dose?.sets).toBe(4);
});

test("a retired one begins no plan; what ships is nobody's to change or retire", async () => {
  const { protocolId, slug } = await save();
  await retireProtocol.execute(clinic.clinician, { protocolId }, at);
  await retireProtocol.execute(clinic.clinician, { protocolId }, at);
  const patientId = idOf(clinic.otherPatient);
  await expect(
    applyProtocol.execute(clinic.clinician, { id: newId(), patientId, protocolSlug: slug }, at),
  ).rejects.toMatchObject({ code: "invalid" });
  const [shipped] = (await listProtocols(clinic.clinician, {})).filter((card) => card.slug === PROTOCOL);
  if (!shipped) throw new Error("nothing ships");
  const ofShipped = { protocolId: shipped.id };
  await expect(retireProtocol.execute(clinic.clinician, ofShipped, at)).rejects.toMatchObject({ code: "not-found" });
  const input = { id: newId(), ...ofShipped, number: 1, planId: plan.planId, ...HEAD };
  await expect(updateProtocol.execute(clinic.clinician, input, at)).rejects.toMatchObject({ code: "not-found" });
});

test("a plan is held against a protocol: nothing differs at first, then what was changed", async () => {
  const compare = { patientId: plan.patientId, slug: PROTOCOL };
  const same = await comparePlan(clinic.clinician, compare, at);
  expect(same.changes).toEqual([]);
  await change(clinic, plan, (body) => withSets(body, "glute-bridge", 4));
  const { changes } = await comparePlan(clinic.clinician, compare, at);
  expect(changes.map(({ words }) => words)).toEqual(["Glute bridge: 4 sets (was 2)", "Glute bridge: 4 sets (was 3)"]);
});

test("is for the clinic's clinicians, and finds nothing of another clinic", async () => {
  const other = await makeClinic(database.admin());
  const input = { id: newId(), planId: plan.planId, ...HEAD };
  await expect(saveProtocol.execute(other.clinician, input, at)).rejects.toMatchObject({ code: "not-found" });
  await expect(saveProtocol.execute(clinic.patient, input, at)).rejects.toMatchObject({ code: "forbidden" });
  const { protocolId } = await save();
  await expect(retireProtocol.execute(other.clinician, { protocolId }, at)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(getProtocol(other.clinician, { protocolId })).rejects.toMatchObject({ code: "not-found" });
  await expect(getProtocol(clinic.patient, { protocolId })).rejects.toMatchObject({ code: "forbidden" });
});
