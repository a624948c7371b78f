import { beforeEach, describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { writeCsv } from "@/lib/core/csv";
import { newId } from "@/lib/core/ids";
import { importResults } from "@/lib/questionnaires/commands/import-results";
import { restoreInstrument } from "@/lib/questionnaires/commands/restore";
import { retireInstrument } from "@/lib/questionnaires/commands/retire";
import { pastResultsHeader } from "@/lib/questionnaires/past-results";
import { getInstrument } from "@/lib/questionnaires/queries/instruments";
import { checkResults } from "@/lib/questionnaires/queries/past-results";
import { getPatientResponses } from "@/lib/questionnaires/queries/patient-responses";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { ownBy } from "@/tests/support/fhir";
import { all, audited, ITEMS, NOW } from "./asking";

const database = testDatabase();
const at = { now: NOW };
const SLUG = "knee-and-hip-index";
const HEADER = pastResultsHeader(ownBy(SLUG));
/** Lines of the large file, and the time it may take, in milliseconds: a quiet machine takes about 5 seconds. */
const LARGE = 1500;
const LARGE_MS = 25_000;

let clinic: TestClinic;
let emails: { pat: string; oli: string };
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  const rows = await database.admin()<{ id: string; email: string }[]>`
    select id, email from patients where clinic_id = ${clinic.id}`;
  const emailOf = (id: string | null) => rows.find((row) => row.id === id)?.email ?? "";
  emails = { pat: emailOf(clinic.patient.patientId), oli: emailOf(clinic.otherPatient.patientId) };
});

type Line = readonly [reference: string, day: string, answers: Readonly<Record<string, number | null>>];

const fileOf = (...lines: readonly Line[]): string =>
  writeCsv([
    HEADER,
    ...lines.map(([who, day, answers]) => [who, day, ...HEADER.slice(2).map((id) => answers[id] ?? null)]),
  ]);
const twoLines = () =>
  fileOf([emails.pat, "2025-11-03", all(ITEMS, 2)], [emails.oli, "2025-12-01", { "pain-kerb": 0, "function-hill": 4 }]);

const check = (text: string, person = clinic.clinician) => checkResults(person, { slug: SLUG, text }, at);
const bringIn = (text: string, id = newId(), person = clinic.clinician) =>
  importResults.execute(person, { id, slug: SLUG, text }, at);

async function rowsOf(): Promise<{ responses: number; scores: number; receipts: number; imported: number }> {
  const [row] = await database.admin()<
    { responses: number; scores: number; receipts: number; imported: number }[]
  >`select (select count(*) from responses where clinic_id = ${clinic.id})::int as responses,
      (select count(*) from scores where clinic_id = ${clinic.id})::int as scores,
      (select count(*) from receipts where clinic_id = ${clinic.id})::int as receipts,
      (select count(*) from audit_events
        where clinic_id = ${clinic.id} and action = 'questionnaires.import-results')::int as imported`;
  if (!row) throw new Error("no counts");
  return row;
}
const NOTHING = { responses: 0, scores: 0, receipts: 0, imported: 0 };

describe("checking a file", () => {
  test("says line by line what would happen, and writes nothing but that a list was looked at", async () => {
    const text = fileOf(
      [emails.pat, "2025-11-03", all(ITEMS, 2)],
      ["stranger@example.test", "2025-11-03", all(ITEMS, 2)],
      [emails.oli, "2026-03-03", all(ITEMS, 2)],
    );
    const results = await check(text);
    if (!results.ok) throw new Error(JSON.stringify(results.faults));
    expect(
      results.rows.map(({ line, state, patientName, answered, count }) => [line, state, patientName, answered, count]),
    ).toEqual([
      [2, "new", "Pat Patient", 24, 24],
      [3, "wrong", null, 24, 24],
      [4, "wrong", "Oli Other", 24, 24],
    ]);
    expect(results.rows[0]?.scores).toEqual(["Pain 50 of 100", "Stiffness 50 of 100", "Daily life 50 of 100"]);
    expect(await rowsOf()).toEqual(NOTHING);
    const looked = await database.admin()<{ detail: unknown }[]>`
      select detail from audit_events where clinic_id = ${clinic.id} and action = 'questionnaires.check-results'`;
    expect(looked).toEqual([{ detail: { count: 2 } }]);
  });

  test("knows nobody of another clinic", async () => {
    const other = await makeClinic(database.admin());
    const results = await check(twoLines(), other.clinician);
    expect(results.ok && results.rows.map(({ state, patientId }) => [state, patientId])).toEqual([
      ["wrong", null],
      ["wrong", null],
    ]);
  });

  test("is for clinicians, and of a questionnaire that is in use", async () => {
    for (const person of [clinic.patient, clinic.admin]) {
      await expect(check(twoLines(), person)).rejects.toMatchObject({ code: "forbidden" });
      await expect(bringIn(twoLines(), newId(), person)).rejects.toMatchObject({ code: "forbidden" });
    }
    const { instrumentId } = await getInstrument(clinic.clinician, { slug: SLUG });
    await retireInstrument.execute(clinic.clinician, { instrumentId }, at);
    await expect(check(twoLines())).rejects.toMatchObject({ code: "not-found" });
    await expect(bringIn(twoLines())).rejects.toMatchObject({ code: "not-found" });
    await restoreInstrument.execute(clinic.clinician, { instrumentId }, at);
    expect((await check(twoLines())).ok).toBe(true);
  });
});

describe("bringing a file in", () => {
  test("keeps each line as a response with its scores, its day and a row in the trail", async () => {
    const id = newId();
    expect(await bringIn(twoLines(), id)).toEqual({ added: 2, known: 0 });
    const kept = await database.admin()<
      { id: string; patient_id: string; day: string; source: string; answers: Record<string, number | null> }[]
    >`select id, patient_id, answered_on::text as day, source, answers from responses
      where clinic_id = ${clinic.id} order by answered_on`;
    expect(kept).toMatchObject([
      { patient_id: clinic.patient.patientId, day: "2025-11-03", source: "import", answers: all(ITEMS, 2) },
      { patient_id: clinic.otherPatient.patientId, day: "2025-12-01", source: "import" },
    ]);
    expect(kept[1]?.answers).toEqual({ ...all(ITEMS, null), "pain-kerb": 0, "function-hill": 4 });
    for (const response of kept) {
      expect(await audited(database.admin(), "questionnaires.import-results", response.id)).toBe(1);
    }
    expect(await audited(database.admin(), "questionnaires.import-results", id)).toBe(1);
    const patientId = clinic.patient.patientId ?? "";
    const { responses } = await getPatientResponses(clinic.clinician, { patientId }, at);
    expect(responses).toMatchObject([{ source: "import", answeredOn: "2025-11-03", missing: 0 }]);
    const own = await database.admin()<{ subscale: string; worst100: number | null }[]>`
      select subscale, worst100 from scores where response_id = ${kept[0]?.id ?? ""} order by subscale`;
    expect(own).toEqual(["function", "pain", "stiffness", "total"].map((subscale) => ({ subscale, worst100: 50 })));
  });

  test("brings in all lines or none: one wrong line, and nothing is written", async () => {
    const text = fileOf(
      [emails.pat, "2025-11-03", all(ITEMS, 2)],
      [emails.oli, "2025-11-03", { ...all(ITEMS, 2), "pain-kerb": 9 }],
    );
    await expect(bringIn(text)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/^Nothing was brought in\. Line 3: /),
    });
    expect(await rowsOf()).toEqual(NOTHING);
  });

  test("refuses a file that cannot be read as a whole", async () => {
    const refused = { code: "invalid", message: expect.stringContaining('The column "date" is missing.') };
    await expect(bringIn(`patient\r\n${emails.pat}\r\n`)).rejects.toMatchObject(refused);
    await expect(bringIn("x".repeat(2_000_001))).rejects.toMatchObject({
      fieldErrors: { text: "The file is larger than 2 MB. Bring it in in parts." },
    });
    expect(await rowsOf()).toEqual(NOTHING);
  });

  test("the same id twice gives the receipt; another file under it is a conflict", async () => {
    const id = newId();
    const first = await bringIn(twoLines(), id);
    const written = await rowsOf();
    expect(await bringIn(twoLines(), id)).toEqual(first);
    await expect(bringIn(fileOf([emails.pat, "2025-11-04", all(ITEMS, 1)]), id)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await rowsOf()).toEqual(written);
  });

  test("the same file under another id adds nothing; a longer one adds what is new", async () => {
    await bringIn(twoLines());
    expect(await bringIn(twoLines())).toEqual({ added: 0, known: 2 });
    const longer = fileOf([emails.pat, "2025-11-03", all(ITEMS, 2)], [emails.pat, "2025-12-03", all(ITEMS, 1)]);
    expect(await bringIn(longer)).toEqual({ added: 1, known: 1 });
    expect((await rowsOf()).responses).toBe(3);
  });

  test("the same file ten times at the same moment is brought in once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => bringIn(twoLines())));
    expect(outcomes.map(({ added }) => added).toSorted((a, b) => a - b)).toEqual([...Array(9).fill(0), 2]);
    expect((await rowsOf()).responses).toBe(2);
  });

  test("other answers for a day that is there are wrong", async () => {
    await bringIn(twoLines());
    await expect(bringIn(fileOf([emails.pat, "2025-11-03", all(ITEMS, 3)]))).rejects.toMatchObject({ code: "invalid" });
    expect((await rowsOf()).responses).toBe(2);
  });

  test("what somebody else has is not found, and not touched", async () => {
    const other = await makeClinic(database.admin());
    await expect(bringIn(twoLines(), newId(), other.clinician)).rejects.toMatchObject({ code: "invalid" });
    expect(await rowsOf()).toEqual(NOTHING);
  });
});

test(`${LARGE} lines are brought in in time, and how far it has come is told`, { timeout: 60_000 }, async () => {
  const lines = Array.from({ length: LARGE }, (_, index): Line => {
    const day = addDays("2020-01-01", Math.floor(index / 2));
    return [index % 2 === 0 ? emails.pat : emails.oli, day, all(ITEMS, index % 5)];
  });
  const text = fileOf(...lines);
  const told: [number, number][] = [];
  const started = performance.now();
  const input = { id: newId(), slug: SLUG, text };
  const report = (done: number, of: number) => told.push([done, of]);
  expect(await importResults.execute(clinic.clinician, input, { ...at, report })).toEqual({ added: LARGE, known: 0 });
  const took = performance.now() - started;
  expect(took).toBeLessThan(LARGE_MS);
  const steps = Array.from({ length: Math.ceil(LARGE / 200) }, (_, index) => Math.min((index + 1) * 200, LARGE));
  expect(told.map(([done]) => done)).toEqual(steps);
  expect(new Set(told.map(([, of]) => of))).toEqual(new Set([LARGE]));
  expect(await rowsOf()).toMatchObject({ responses: LARGE, scores: LARGE * 4, imported: LARGE + 1 });
});
