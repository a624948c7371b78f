import { beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { newId } from "@/lib/core/ids";
import { publishPlan } from "@/lib/plans/commands/publish";
import { saveDraft } from "@/lib/plans/commands/save-draft";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { publishedPlans } from "@/lib/plans/queries";
import { getPlanOverview } from "@/lib/plans/queries/overview";
import { getPreview } from "@/lib/plans/queries/preview";
import {
  type Dose,
  type DraftBody,
  type DraftItem,
  MOST_LINES_OF_PHASE,
  MOST_LINES_OF_PLAN,
} from "@/lib/plans/schemas";
import { getExercise } from "@/lib/practice/queries/exercise";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { apply, change, draftBody, MONDAY, placeOf, published, withItem } from "./steps";

const database = testDatabase();
let clinic: TestClinic;
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
});

const RANGE = "Only until your knee is straight, no further";
const turn = newId();

const withDose = (body: DraftBody, slug: string, dose: Partial<Dose>) =>
  withItem(body, slug, (item) => ({ ...item, dose: item.dose && { ...item.dose, ...dose } }));

const pair = (body: DraftBody) => body.phases[0]?.items.filter((item) => item.kind === "exercise").slice(0, 2) ?? [];

/** A band, a limit to the range, and two exercises of the first phase done in turn. */
function adjusted(body: DraftBody): DraftBody {
  const keys = new Set(pair(body).map(({ key }) => key));
  const edit = (item: DraftItem): DraftItem =>
    keys.has(item.key)
      ? { ...item, supersetKey: turn, rangeLimit: RANGE, dose: item.dose && { ...item.dose, bandColour: "green" } }
      : item;
  return { ...body, phases: body.phases.map((phase) => ({ ...phase, items: phase.items.map(edit) })) };
}

describe("a band, a range and exercises in turn", () => {
  test("are written with the version, and read again by everybody who shows it", async () => {
    const { planId, patientId, body } = await apply(clinic);
    const next = adjusted(body);
    const [first, second] = pair(next);
    const saved = await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: next });
    expect(await draftBody(clinic.clinician, patientId)).toEqual(next);
    const preview = await getPreview(clinic.clinician, { patientId }, { now: MONDAY });
    const shown = preview.phases[0]?.items.find((item) => item.key === first?.key);
    expect(shown).toMatchObject({ rangeLimit: RANGE, inTurn: expect.stringMatching(/^In turn with \w/) });
    expect(shown?.dose).toContain("with a green band");

    await publishPlan.execute(clinic.clinician, { id: newId(), planId, revision: saved.revision }, { now: MONDAY });
    const [plan] = await asActor(clinic.patient.identity, (tx) => publishedPlans(tx, clinic.patient, patientId));
    const lines = plan?.versions[0]?.items ?? [];
    for (const key of [first?.key, second?.key]) {
      expect(lines.find((line) => line.key === key)).toMatchObject({
        dose: { bandColour: "green" },
        rangeLimit: RANGE,
        supersetKey: turn,
      });
    }
    const others = lines.filter((line) => line.key !== first?.key && line.key !== second?.key);
    expect(others.every((line) => line.supersetKey === null && line.rangeLimit === "")).toBe(true);
    expect(others.some((line) => line.dose?.bandColour)).toBe(false);

    const overview = await getPlanOverview(clinic.clinician, { patientId }, { now: MONDAY });
    const listed = overview.plan?.phases[0]?.items.find((item) => item.key === second?.key);
    expect(listed).toMatchObject({ rangeLimit: RANGE, inTurn: expect.stringMatching(/^In turn with \w/) });
    const itemId = lines.find((line) => line.key === first?.key)?.id ?? "";
    const exercise = await getExercise(clinic.patient, { itemId, occasion: 1 }, { now: MONDAY });
    expect(exercise).toMatchObject({ rangeLimit: RANGE, dose: { bandColour: "green" } });
  });

  test("are there when the plan is opened again, and nothing then differs", async () => {
    const plan = await published(clinic);
    const { body } = await change(clinic, plan, adjusted);
    const { planId, patientId } = plan;
    const opened = await startDraft.execute(clinic.clinician, { id: newId(), planId, patientId });
    expect(await draftBody(clinic.clinician, patientId)).toEqual(body);
    const again = publishPlan.execute(clinic.clinician, { id: newId(), planId, revision: opened.revision });
    await expect(again).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("Nothing differs") });
  });

  test("are changes that a version says it made", async () => {
    const plan = await published(clinic);
    await change(clinic, plan, adjusted);
    const { plan: view } = await getPlanOverview(clinic.clinician, { patientId: plan.patientId });
    const words = view?.versions[0]?.changes ?? [];
    expect(words.filter((line) => line.includes("green band (was none)"))).toHaveLength(2);
    expect(words.filter((line) => line.includes(`new range: ${RANGE}`))).toHaveLength(2);
    expect(words.filter((line) => /done in turn with .+ \(was alone\)/.test(line))).toHaveLength(2);
  });
});

test("the same exercise twice, at different doses, is two lines with lives of their own", async () => {
  const plan = await published(clinic);
  const copy = newId();
  const { body } = await change(clinic, plan, (before) => ({
    ...before,
    phases: before.phases.map((phase, at) => {
      const [line] = phase.items.filter((item) => item.kind === "exercise");
      return at === 0 && line?.dose
        ? { ...phase, items: [...phase.items, { ...line, key: copy, dose: { ...line.dose, sets: 7 } }] }
        : phase;
    }),
  }));
  const [view] = await asActor(clinic.patient.identity, (tx) => publishedPlans(tx, clinic.patient, plan.patientId));
  const slug = body.phases[0]?.items.at(-1)?.slug;
  const lines = view?.versions.at(-1)?.items.filter((line) => line.slug === slug && line.phaseId) ?? [];
  expect(lines.filter((line) => line.key === copy)).toMatchObject([{ dose: { sets: 7 } }]);
  expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
});

describe("bad input is told at its place, and nothing is written", () => {
  const lines = (body: DraftBody, count: number): DraftItem[] => {
    const [line] = pair(body);
    return Array.from({ length: count }, () => ({ ...(line as DraftItem), key: newId() }));
  };
  const at = (rest: string) => (body: DraftBody) => `body.${placeOf(body, "clamshell")}.${rest}`;
  test.each<[string, (body: DraftBody) => DraftBody, (body: DraftBody) => string, RegExp]>([
    ["no sets", (body) => withDose(body, "clamshell", { sets: 0 }), at("dose.sets"), /^At least 1\.$/],
    [
      "10,000 repetitions",
      (body) => withDose(body, "clamshell", { repetitions: 10_000 }),
      at("dose.repetitions"),
      /^At most 200 repetitions\.$/,
    ],
    [
      "a hold of a day",
      (body) => withDose(body, "clamshell", { holdSeconds: 86_400 }),
      at("dose.holdSeconds"),
      /^At most 600 seconds\.$/,
    ],
    [
      "neither repetitions nor a hold",
      (body) => withDose(body, "clamshell", { repetitions: null, holdSeconds: null }),
      at("dose.repetitions"),
      /repetitions, a hold, or both/,
    ],
    [
      "a band of no colour there is",
      (body) => withDose(body, "clamshell", { bandColour: "pink" as Dose["bandColour"] }),
      at("dose.bandColour"),
      /colour/,
    ],
    [
      "a range of a page",
      (body) => withItem(body, "clamshell", (item) => ({ ...item, rangeLimit: "a".repeat(121) })),
      at("rangeLimit"),
      /120/,
    ],
    [
      "reading done in turn",
      (body) => withItem(body, "knock-knees-and-back-pain", (item) => ({ ...item, supersetKey: turn })),
      (body) => `body.${placeOf(body, "knock-knees-and-back-pain")}.supersetKey`,
      /Only exercises/,
    ],
    [
      "a phase of too many lines",
      (body) => ({
        ...body,
        phases: body.phases.map((phase) => ({ ...phase, items: lines(body, MOST_LINES_OF_PHASE + 1) })),
      }),
      () => "body.phases.0.items",
      /at most 60 lines/,
    ],
    [
      "a plan of too many lines",
      (body) => ({
        ...body,
        phases: [50, 50, MOST_LINES_OF_PLAN - 99].map((count, index) => ({
          key: newId(),
          title: `Phase ${index}`,
          aim: "",
          weeks: index < 2 ? 2 : null,
          items: lines(body, count),
        })),
      }),
      () => "body.phases",
      /at most 150 lines, and this one has 151/,
    ],
    [
      "a phase that never ends before one that so never starts",
      (body) => ({ ...body, phases: body.phases.map((phase) => ({ ...phase, weeks: null, criteria: null })) }),
      () => "body.phases.0.weeks",
      /Another phase comes after this one/,
    ],
  ])("%s", async (_name, edit, field, words) => {
    const { planId, patientId, body } = await apply(clinic);
    const input = { planId, revision: 1, body: edit(body) };
    const refusal = await saveDraft.execute(clinic.clinician, input).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "invalid", fieldErrors: { [field(body)]: expect.stringMatching(words) } });
    expect(await draftBody(clinic.clinician, patientId)).toEqual(body);
  });

  test("an empty plan is not published", async () => {
    const { planId, patientId, body } = await apply(clinic);
    const empty = { ...body, phases: body.phases.slice(0, 1).map((phase) => ({ ...phase, items: [] })) };
    const saved = await saveDraft.execute(clinic.clinician, { planId, revision: 1, body: empty });
    const late = publishPlan.execute(clinic.clinician, { id: newId(), planId, revision: saved.revision });
    await expect(late).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { "phases.0.items": expect.stringContaining("nothing in it") },
    });
    expect(await asActor(clinic.patient.identity, (tx) => publishedPlans(tx, clinic.patient, patientId))).toEqual([]);
  });
});
