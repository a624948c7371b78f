import { beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { bringIn } from "@/lib/questionnaires/commands/bring-in";
import { enterPaper } from "@/lib/questionnaires/commands/enter-paper";
import type { Instrument } from "@/lib/questionnaires/instrument-schema";
import { getInstrument } from "@/lib/questionnaires/queries/instruments";
import { getInstrumentPage, getShelf } from "@/lib/questionnaires/queries/shelf";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import {
  bytesOf,
  csvOf,
  type FhirJson,
  filledRows,
  groupsOf,
  questionnaire,
  slotNamed,
} from "@/tests/unit/questionnaires/licensed/made-up";
import { audited, NOW } from "./asking";

const database = testDatabase();
const at = { now: NOW };
const REFERENCE = "Agreement 12 of 2025, for this clinic";
let clinic: TestClinic;
let other: TestClinic;
beforeAll(async () => {
  clinic = await makeClinic(database.admin());
  other = await makeClinic(database.admin());
});

type Input = Parameters<typeof bringIn.execute>[1] & Record<string, unknown>;

/** What is sent for a slot: its empty file filled with made-up words, unless told otherwise. */
const words = (slug: string, changes: Record<string, unknown> = {}): Input => ({
  id: newId(),
  slot: slug,
  fileName: "words.csv",
  bytes: bytesOf(csvOf(filledRows(slotNamed(slug)))),
  reference: REFERENCE,
  rule: null,
  ...changes,
});
const bring = (slug: string, changes: Record<string, unknown> = {}, person = clinic.clinician) =>
  bringIn.execute(person, words(slug, changes), at);

/** The same words, but for those of the first item. */
const changedWords = (slug: string): Uint8Array => {
  const rows = filledRows(slotNamed(slug));
  const item = rows.findIndex(([, number, value]) => number === "1" && value === "");
  return bytesOf(csvOf(rows.map((row, index) => (index === item ? [row[0], row[1], row[2], "Put anew"] : row))));
};

const fhir = (slug: string, groups: FhirJson[] = groupsOf(slotNamed(slug))) => ({
  fileName: "words.json",
  bytes: bytesOf(JSON.stringify(questionnaire(groups))),
});

async function rowsOf(
  clinicId: string,
): Promise<{ instruments: number; versions: number; audit: number; receipts: number }> {
  const [row] = await database.admin()<
    { instruments: number; versions: number; audit: number; receipts: number }[]
  >`select (select count(*) from instruments where clinic_id = ${clinicId})::int as instruments,
      (select count(*) from instrument_versions where clinic_id = ${clinicId})::int as versions,
      (select count(*) from audit_events where clinic_id = ${clinicId})::int as audit,
      (select count(*) from receipts where clinic_id = ${clinicId})::int as receipts`;
  if (!row) throw new Error("no counts");
  return row;
}

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

describe("bringing words in", () => {
  test("from CSV, makes a questionnaire of the clinic alone, with its licence, and the trail says so", async () => {
    const input = words("lefs");
    expect(await bringIn.execute(clinic.clinician, input, at)).toEqual({ slug: "lefs", version: 1 });
    const page = await getInstrumentPage(clinic.clinician, { slug: "lefs" });
    expect(page).toMatchObject({
      id: input.id,
      origin: "licensed",
      number: 1,
      retiredAt: null,
      instrument: {
        title: slotNamed("lefs").title,
        licenceReference: REFERENCE,
        published: { id: "lefs", scale: null, rule: "strict" },
      },
      versions: [{ number: 1, createdAt: NOW, writtenBy: "Casey Clinician" }],
    });
    expect(page.instrument.subscales[0]?.items.map(({ text }) => text)[19]).toBe("Item 20 of items");
    expect(await audited(database.admin(), "questionnaires.bring-in", page.instrumentId)).toBe(1);
    expect((await getShelf(clinic.clinician, {})).find(({ slug }) => slug === "lefs")).toMatchObject({
      origin: "licensed",
      licenceReference: REFERENCE,
      count: 20,
      isRetired: false,
    });
    await expect(getInstrument(other.clinician, { slug: "lefs" })).rejects.toMatchObject({ code: "not-found" });
    expect((await getShelf(other.clinician, {})).every(({ origin }) => origin === "shipped")).toBe(true);
  });

  test("from a FHIR Questionnaire, with a rule and days of its own", async () => {
    await bring("koos", { ...fhir("koos"), rule: "1998", recall: "the last fortnight" });
    const { instrument } = await getInstrument(clinic.clinician, { slug: "koos" });
    expect(instrument).toMatchObject({ recall: "the last fortnight", published: { id: "koos", rule: "1998" } });
    expect(instrument.subscales.map(({ items }) => items.length)).toEqual([7, 9, 17, 5, 4]);
  });

  test("sent twice is brought in once; another text under its id is a conflict", async () => {
    const input = words("gad-7");
    const first = await bringIn.execute(clinic.clinician, input, at);
    expect(await bringIn.execute(clinic.clinician, input, at)).toEqual(first);
    const refused = bringIn.execute(clinic.clinician, { ...input, bytes: changedWords("gad-7") }, at);
    await expect(refused).rejects.toMatchObject({ code: "conflict" });
    expect((await getInstrumentPage(clinic.clinician, { slug: "gad-7" })).versions).toHaveLength(1);
  });

  test("the words that are in already are a conflict, and nothing is written", async () => {
    await bring("phq-2");
    const before = await rowsOf(clinic.id);
    await expect(bring("phq-2")).rejects.toMatchObject({
      code: "conflict",
      message: "These are the words your clinic has already. Nothing was changed.",
    });
    expect(await rowsOf(clinic.id)).toEqual(before);
  });

  test("newer words are version 2, and a response keeps version 1", async () => {
    await bring("tsk-11");
    const id = newId();
    const answers = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`items-${index + 1}`, 2]));
    const paper = { id, patientId: clinic.patient.patientId, slug: "tsk-11", answeredOn: "2026-03-01", answers };
    await enterPaper.execute(clinic.clinician, paper, at);
    expect(await bring("tsk-11", { bytes: changedWords("tsk-11") })).toEqual({ slug: "tsk-11", version: 2 });
    const { number, instrument } = await getInstrument(clinic.clinician, { slug: "tsk-11" });
    expect([number, instrument.subscales[0]?.items[0]?.text]).toEqual([2, "Put anew"]);
    const [kept] = await database.admin()<{ number: number; body: Instrument }[]>`
      select v.number, v.body from responses r join instrument_versions v
        on v.clinic_id = r.clinic_id and v.id = r.instrument_version_id where r.id = ${id}`;
    expect([kept?.number, kept?.body.subscales[0]?.items[0]?.text]).toEqual([1, "Item 1 of items"]);
  });

  test("each clinic has its own words for one questionnaire", async () => {
    await bring("pcs");
    await bring("pcs", { bytes: changedWords("pcs") }, other.clinician);
    const textOf = async (person: TestClinic["clinician"]) =>
      (await getInstrument(person, { slug: "pcs" })).instrument.subscales[0]?.items[0]?.text;
    expect([await textOf(clinic.clinician), await textOf(other.clinician)]).toEqual(["Item 1 of items", "Put anew"]);
  });

  test("is for clinicians", async () => {
    for (const person of [clinic.patient, clinic.admin]) {
      await expect(bring("oks", {}, person)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("a questionnaire nobody knows, and one of the portal's own, is not found", async () => {
    for (const slot of ["no-such-thing", "knee-and-hip-index"]) {
      await expect(bring("oks", { slot })).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("a file that does not fit leaves nothing behind", () => {
  const lefs = slotNamed("lefs");
  const rows = filledRows(lefs);
  const nested = groupsOf(lefs).map((group) => ({
    ...group,
    item: group.item?.map((item, index) =>
      index === 0 ? { ...item, item: [{ linkId: "below", type: "integer", text: "Below" }] } : item,
    ),
  }));
  const twice = groupsOf(lefs).map((group) => ({
    ...group,
    item: group.item?.map((item) => ({ ...item, linkId: "same" })),
  }));
  const windows = Uint8Array.from(bytesOf(csvOf(rows)), (byte, index) => (index === 200 ? 0xe9 : byte));
  const csv = (changed: readonly (readonly string[])[]) => ({ bytes: bytesOf(csvOf(changed)) });

  test.each<[what: string, changes: Record<string, unknown>, field: string, message: RegExp]>([
    ["an item too few", csv(rows.filter(([, item]) => item !== "20")), "bytes", /items has 19 items, 20 are needed/],
    ["an answer off the scale", csv([...rows, ["items", "", "9", "More than any"]]), "bytes", /9/],
    ["a part it has not", csv([...rows, ["weather", "1", "", "Rain"]]), "bytes", /no part "weather"/],
    ["a formula", { bytes: bytesOf("part,item,value,text\r\nitems,1,,=1+1\r\n") }, "bytes", /begins with/],
    ["no words at all", { bytes: bytesOf("part,item,value,text\r\n") }, "bytes", /items has 0 items/],
    ["10 MB", { bytes: new Uint8Array(10_000_000).fill(97) }, "bytes", /10\.0 MB; 1 MB is the most/],
    ["nothing", { bytes: new Uint8Array(0) }, "bytes", /Choose a file/],
    ["Windows encoding", { bytes: windows }, "bytes", /Windows encoding/],
    ["a workbook", { bytes: bytesOf("PK\u0003\u0004"), fileName: "words.xlsx" }, "bytes", /workbook/],
    ["JSON that breaks off", { bytes: bytesOf("{"), fileName: "words.json" }, "bytes", /./],
    ["nested items", fhir("lefs", nested), "bytes", /below|nested|inside/i],
    ["one linkId for all", fhir("lefs", twice), "bytes", /same/],
    ["no licence", { reference: "  " }, "reference", /licence/],
    ["no days it asks about", { recall: " " }, "recall", /days/],
    ["an unknown rule", { rule: "guess" }, "rule", /rules/],
    ["a key nobody knows", { origin: "shipped" }, "", /field we do not know/],
  ])("%s", async (_what, changes, field, message) => {
    const before = await rowsOf(other.id);
    const refusal = await refusalOf(bring("lefs", changes, other.clinician));
    expect(refusal.code).toBe("invalid");
    expect(refusal.fieldErrors[field]).toMatch(message);
    expect(await rowsOf(other.id)).toEqual(before);
  });

  test("what is wrong is told a line each, by its place, and not without end", async () => {
    const empty = rows.map(([part, item, value]) => [part, item, value, item === "" ? "Word" : ""]);
    const { fieldErrors } = await refusalOf(bring("lefs", csv(empty), other.clinician));
    const said = fieldErrors.bytes?.split("\n") ?? [];
    expect(said).toHaveLength(13);
    expect(said[0]).toMatch(/^(line \d+|items): /);
    expect(said.at(-1)).toMatch(/^And \d+ more\.$/);
  });
});
