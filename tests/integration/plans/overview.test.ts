import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { listLibrary } from "@/lib/library/queries";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { getPlanOverview } from "@/lib/plans/queries/overview";
import { getPreview } from "@/lib/plans/queries/preview";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { apply, auditCount, change, idOf, MONDAY, published, settle, withItem, withSets } from "./steps";

const database = testDatabase();
let clinic: TestClinic;
let stranger: TestClinic;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
  stranger = await makeClinic(database.admin());
});

describe("the overview", () => {
  test("tells the plan in force and what each version changed", async () => {
    const plan = await published(clinic);
    const later = new Date("2026-04-01T12:00:00Z");
    await change(clinic, plan, (body) => withSets(body, "wall-sit", 4), later);
    const overview = await getPlanOverview(clinic.clinician, { patientId: plan.patientId }, { now: later });
    expect(overview.plan).toMatchObject({ number: 2, startsOn: "2026-03-02", title: "Unstable knee with back pain" });
    expect(overview.plan?.phases.map(({ isCurrent, items }) => [isCurrent, items.length])).toEqual([
      [false, 12],
      [true, 16],
    ]);
    expect(overview.plan?.versions).toMatchObject([
      { number: 2, effectiveOn: "2026-04-01", publishedBy: "Casey Clinician", changes: ["Wall sit: 4 sets (was 3)"] },
      { number: 1, effectiveOn: "2026-03-02", changes: [] },
    ]);
    expect(overview.endedPlans).toBe(0);
    expect(await auditCount(database.admin(), clinic.id, "plans.read-draft", plan.patientId)).toBeGreaterThan(0);
  });

  test("without a plan it is empty; with a first draft it says so", async () => {
    const patientId = idOf(clinic.otherPatient);
    const none = await getPlanOverview(clinic.clinician, { patientId }, { now: MONDAY });
    const rest = { today: "2026-03-02", resting: null };
    expect(none).toEqual({ patientId, ...rest, plan: null, draft: null, endedPlans: 0 });
    await apply(clinic, { patient: clinic.otherPatient });
    const begun = await getPlanOverview(clinic.clinician, { patientId });
    expect(begun).toMatchObject({ plan: null, draft: { updatedBy: "Casey Clinician", isFirst: true } });
  });

  test("is refused to other roles, and not found by strangers", async () => {
    const input = { patientId: idOf(clinic.patient) };
    const work = [clinic.patient, clinic.admin, stranger.clinician].map((actor) => getPlanOverview(actor, input));
    const invented = getPlanOverview(clinic.clinician, { patientId: newId() });
    expect((await settle([...work, invented])).codes).toEqual(["forbidden", "forbidden", "not-found", "not-found"]);
  });
});

describe("the preview", () => {
  test("shows the first week from the patient's today, with times in words", async () => {
    const own = await makeClinic(database.admin());
    const { patientId } = await apply(own);
    const preview = await getPreview(own.clinician, { patientId }, { now: MONDAY });
    expect(preview).toMatchObject({ isFirst: true, patient: { id: patientId } });
    expect(preview.phases.map(({ when }) => when)).toEqual(["2 Mar 2026 to 29 Mar 2026", "From 30 Mar 2026"]);
    const [first, second, third] = preview.week;
    expect(first?.items.map((item) => item.kind)).toEqual([
      "questionnaire",
      "article",
      ...Array(4).fill("questionnaire"),
      ...Array(5).fill("exercise"),
    ]);
    const exercises = first?.items.filter((item) => item.kind === "exercise") ?? [];
    expect(exercises[2]?.title).toBe("Clamshell");
    expect(second?.items.map((item) => item.kind)).toEqual(["exercise", "exercise"]);
    expect(third?.items[0]?.kind).toBe("article");
    expect(first?.minutes).toBeGreaterThan(20);
    expect(exercises[0]).toMatchObject({
      dose: "2 sets of 12 repetitions on each side, hold 3 seconds, rest 30 seconds",
      schedule: "Monday to Friday",
      times: 1,
    });
  });

  test("of a change shows what comes, and not what came before", async () => {
    const own = await makeClinic(database.admin());
    const plan = await published(own);
    const later = new Date("2026-03-10T12:00:00Z");
    await startDraft.execute(
      own.clinician,
      { id: newId(), planId: plan.planId, patientId: plan.patientId },
      { now: later },
    );
    const preview = await getPreview(own.clinician, { patientId: plan.patientId }, { now: later });
    expect(preview.isFirst).toBe(false);
    expect(preview.week[0]?.day).toBe("2026-03-10");
    const others = preview.week.flatMap(({ day, items }) =>
      items.flatMap(({ kind, title }) => (kind === "exercise" ? [] : [[day, title]])),
    );
    expect(others).toEqual([
      ["2026-03-16", "Pain: now, at its least and at its worst"],
      ["2026-03-16", "Giving-way diary for an unsteady knee"],
    ]);
  });

  test("is not found without a draft, by strangers; forbidden to other roles", async () => {
    const own = await makeClinic(database.admin());
    const input = { patientId: idOf(own.patient) };
    const work = [own.clinician, own.patient, stranger.clinician].map((actor) => getPreview(actor, input));
    expect((await settle(work)).codes).toEqual(["not-found", "forbidden", "not-found"]);
  });
});

describe("the library to choose from", () => {
  test("holds exercises, reading and questionnaires with what is needed to add them", async () => {
    const items = await listLibrary(clinic.clinician, {});
    const kinds = items.map(({ kind }) => kind);
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    expect([count("exercise"), count("article"), count("questionnaire")].every((many) => many > 1)).toBe(true);
    expect(kinds).toEqual([
      ...Array(count("exercise")).fill("exercise"),
      ...Array(count("article")).fill("article"),
      ...Array(count("questionnaire")).fill("questionnaire"),
    ]);
    expect(items.find(({ slug }) => slug === "clamshell")).toMatchObject({
      title: "Clamshell",
      sided: true,
      aliases: ["Clam", "Side-lying hip opener"],
      minutes: null,
      dose: { sets: 2, repetitions: 12, tempo: "3-1-2", weekdays: [1, 3, 5] },
    });
    expect(items.find(({ kind }) => kind === "article")).toMatchObject({ dose: null, sided: false });
    expect(items.find(({ kind }) => kind === "article")?.minutes).toBeGreaterThan(0);
  });

  test("leaves out what is retired, and is for clinicians", async () => {
    const own = await makeClinic(database.admin());
    await database.admin()`update library_items set retired_at = now() where clinic_id = ${own.id} and slug = 'wall-sit'`;
    expect((await listLibrary(own.clinician, {})).map(({ slug }) => slug)).not.toContain("wall-sit");
    expect((await settle([listLibrary(own.patient, {}), listLibrary(own.admin, {})])).codes).toEqual([
      "forbidden",
      "forbidden",
    ]);
  });
});

test("the reason for an article is kept with it", async () => {
  const own = await makeClinic(database.admin());
  const plan = await published(own);
  const { body } = await change(own, plan, (draft) =>
    withItem(draft, "knock-knees-and-back-pain", (item) => ({ ...item, note: "Because you asked about it." })),
  );
  const isIt = ({ slug }: { slug: string }) => slug === "knock-knees-and-back-pain";
  expect(body.phases[0]?.items.find(isIt)?.note).toBe("Because you asked about it.");
  const overview = await getPlanOverview(own.clinician, { patientId: plan.patientId }, { now: MONDAY });
  const notes = overview.plan?.phases[0]?.items.map(({ note }) => note);
  expect(notes?.filter((note) => note === "Because you asked about it.")).toHaveLength(1);
});
