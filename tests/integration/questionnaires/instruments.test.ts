import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { listLibrary } from "@/lib/library/queries";
import { bringIn } from "@/lib/questionnaires/commands/bring-in";
import { enterPaper } from "@/lib/questionnaires/commands/enter-paper";
import { restoreInstrument } from "@/lib/questionnaires/commands/restore";
import { retireInstrument } from "@/lib/questionnaires/commands/retire";
import { sendNow } from "@/lib/questionnaires/commands/send-now";
import { getInstrument, listInstruments } from "@/lib/questionnaires/queries/instruments";
import { getQuestions } from "@/lib/questionnaires/queries/questions";
import { getShelf } from "@/lib/questionnaires/queries/shelf";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { bytesOf, csvOf, filledRows, slotNamed } from "@/tests/unit/questionnaires/licensed/made-up";
import { all, askQuestions, audited, NOW, PAIN, send } from "./asking";

const database = testDatabase();
const at = { now: NOW };
const SLUG = "knee-and-hip-index";
let clinic: TestClinic;
let instrumentId: string;
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  instrumentId = (await getInstrument(clinic.clinician, { slug: SLUG })).instrumentId;
});

const retire = (person = clinic.clinician) => retireInstrument.execute(person, { instrumentId }, at);
const restore = (person = clinic.clinician) => restoreInstrument.execute(person, { instrumentId }, at);
const offered = async () => (await listInstruments(clinic.clinician, {})).some(({ slug }) => slug === SLUG);
const sent = () => ({ id: newId(), patientId: clinic.patient.patientId, slug: SLUG, windowDays: null });

describe("a retired questionnaire", () => {
  test("is no longer offered, and comes back; the trail says both, and what was done twice", async () => {
    expect(await retire()).toEqual({ instrumentId });
    expect(await offered()).toBe(false);
    const onShelf = (await getShelf(clinic.clinician, {})).find(({ slug }) => slug === SLUG);
    expect(onShelf).toMatchObject({ isRetired: true, origin: "shipped" });
    expect((await getInstrument(clinic.clinician, { slug: SLUG })).retiredAt).toEqual(NOW);
    await retire();
    await restore();
    expect(await offered()).toBe(true);
    const trail = await database.admin()<{ action: string; detail: unknown }[]>`
      select action, detail from audit_events where subject_id = ${instrumentId} order by seq`;
    expect(trail).toEqual([
      { action: "questionnaires.retire", detail: { repeated: false } },
      { action: "questionnaires.retire", detail: { repeated: true } },
      { action: "questionnaires.restore", detail: { repeated: false } },
    ]);
  });

  test("cannot be sent, entered from paper or added to a plan", async () => {
    await retire();
    await expect(sendNow.execute(clinic.clinician, sent(), at)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { slug: "Choose a questionnaire." },
    });
    const paper = { ...sent(), answeredOn: "2026-03-01", answers: { "pain-kerb": 1 } };
    const { windowDays: _none, ...onPaper } = paper;
    await expect(enterPaper.execute(clinic.clinician, onPaper, at)).rejects.toMatchObject({ code: "invalid" });
    const catalogue = await listLibrary(clinic.clinician, {});
    expect(catalogue.some(({ slug }) => slug === SLUG)).toBe(false);
    expect(catalogue.some(({ slug }) => slug === "knee-and-hip-index-nrs")).toBe(true);
    await restore();
    await sendNow.execute(clinic.clinician, sent(), at);
    expect((await listLibrary(clinic.clinician, {})).some(({ slug }) => slug === SLUG)).toBe(true);
  });

  test("is still asked by the plans that ask it, and can be answered", async () => {
    const asked = await askQuestions(database.admin(), clinic, clinic.patient);
    await retire();
    const questions = await getQuestions(clinic.patient, {}, at);
    expect(JSON.stringify(questions)).toContain(asked.itemKey);
    const responseId = await send(clinic.patient, asked, all(PAIN, 1));
    expect(await audited(database.admin(), "questionnaires.submit", responseId)).toBe(1);
  });

  test("that is licensed comes back when newer words are brought in", async () => {
    const slot = slotNamed("phq-2");
    const rows = filledRows(slot);
    const words = (bytes: Uint8Array) => ({
      ...{ id: newId(), slot: slot.slug, fileName: "words.csv", bytes },
      ...{ reference: "Licence 7", rule: null },
    });
    await bringIn.execute(clinic.clinician, words(bytesOf(csvOf(rows))), at);
    const licensed = (await getInstrument(clinic.clinician, { slug: "phq-2" })).instrumentId;
    await retireInstrument.execute(clinic.clinician, { instrumentId: licensed }, at);
    const newer = rows.map(([part, item, value, text]) => [part, item, value, `${text}, anew`]);
    await bringIn.execute(clinic.clinician, words(bytesOf(csvOf(newer))), at);
    expect(await getInstrument(clinic.clinician, { slug: "phq-2" })).toMatchObject({ number: 2, retiredAt: null });
  });
});

describe.each([
  ["retiring", retire],
  ["restoring", restore],
])("%s", (_what, act) => {
  test("is for clinicians, and another clinic's is the same as one that never was", async () => {
    for (const person of [clinic.patient, clinic.admin]) {
      await expect(act(person)).rejects.toMatchObject({ code: "forbidden" });
    }
    const stranger = await makeClinic(database.admin());
    await expect(act(stranger.clinician)).rejects.toMatchObject({ code: "not-found" });
    instrumentId = newId();
    await expect(act()).rejects.toMatchObject({ code: "not-found" });
  });
});

test("the shelf has the portal's own first, and each in its latest version", async () => {
  const slot = slotNamed("gad-7");
  const bytes = bytesOf(csvOf(filledRows(slot)));
  const input = { id: newId(), slot: slot.slug, fileName: "w.csv", bytes, reference: "Licence 7", rule: null };
  await bringIn.execute(clinic.clinician, input, at);
  const shelf = await getShelf(clinic.clinician, {});
  expect(shelf.at(-1)).toMatchObject({ slug: "gad-7", versionNumber: 1, count: 7, licenceReference: "Licence 7" });
  const own = shelf.slice(0, -1);
  expect(own.every(({ origin }) => origin === "shipped")).toBe(true);
  expect(own.map(({ title }) => title)).toEqual(
    own.map(({ title }) => title).toSorted((a, b) => a.localeCompare(b, "en")),
  );
  for (const person of [clinic.patient, clinic.admin]) {
    await expect(getShelf(person, {})).rejects.toMatchObject({ code: "forbidden" });
  }
});
