import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { addPatient } from "@/lib/identity/commands/add-patient";
import { editPatient } from "@/lib/identity/commands/edit-patient";
import { invitePatient } from "@/lib/identity/commands/invite-patient";
import { getPatient, readInvitation } from "@/lib/identity/queries";
import { mailTo, trailOf } from "@/tests/support/accounts";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

// Late in the evening of the 10th in UTC is the 11th already in Auckland.
const NOW = new Date("2026-03-10T22:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

const database = testDatabase();
let clinic: TestClinic;
let elsewhere: TestClinic;
beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  elsewhere = await makeClinic(database.admin(), { timeZone: "Pacific/Auckland" });
});

const details = (changes: object = {}) => ({
  name: "Sam Walker",
  dateOfBirth: "1958-04-23",
  email: `sam.${newId()}@example.test`,
  region: "knee",
  side: "left",
  goal: "To walk to the shops",
  timeZone: "Europe/Lisbon",
  ...changes,
});

async function added(changes: object = {}) {
  const input = { id: newId(), ...details(changes) };
  await addPatient.execute(clinic.clinician, input, { now: NOW });
  return input;
}

describe("adding a patient", () => {
  test("opens one record, however often it is sent, with an audit row", async () => {
    const input = { id: newId(), ...details({ name: "نورا الحسن 🦵" }) };
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => addPatient.execute(clinic.clinician, input, { now: NOW })),
    );
    expect(new Set(sent.map((answer) => answer.patientId))).toEqual(new Set([input.id]));
    expect(await getPatient(clinic.clinician, { patientId: input.id })).toEqual({
      ...input,
      hasAccount: false,
      invitation: null,
    });
    expect(await trailOf(database.admin(), clinic.id, input.id)).toEqual([
      "identity.add-patient",
      "identity.read-patient",
    ]);
    await expect(addPatient.execute(clinic.clinician, { ...input, name: "Another" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("refuses an address the clinic has, and takes it in another clinic", async () => {
    const { email } = await added();
    const again = { id: newId(), ...details({ email: email.toUpperCase() }) };
    await expect(addPatient.execute(clinic.clinician, again)).rejects.toMatchObject({
      fieldErrors: { email: "Another patient of this clinic has this address." },
    });
    await addPatient.execute(elsewhere.clinician, { ...again, id: newId() });
  });

  test("takes a birth today, as the clinic's calendar has it, and none after", async () => {
    const born = (dateOfBirth: string) => ({ id: newId(), ...details({ dateOfBirth }) });
    await addPatient.execute(clinic.clinician, born("2026-03-10"), { now: NOW });
    await expect(addPatient.execute(clinic.clinician, born("2026-03-11"), { now: NOW })).rejects.toMatchObject({
      fieldErrors: { dateOfBirth: "This day is still to come. Check the year." },
    });
    await addPatient.execute(elsewhere.clinician, born("2026-03-11"), { now: NOW });
  });

  test.each([
    [{ name: "x".repeat(1_000_000) }, "name"],
    [{ dateOfBirth: "2026-02-30" }, "dateOfBirth"],
    [{ region: "elbow" }, "region"],
    [{ timeZone: "Mars/Olympus" }, "timeZone"],
    [{ createdBy: "01890a5d-ac96-774b-bcce-b302099a8057" }, ""],
  ])("refuses bad input at its field and writes nothing (%#)", async (changes, field) => {
    const input = { id: newId(), ...details(changes) };
    const refusal = await addPatient.execute(clinic.clinician, input).catch((error) => error);
    expect(Object.keys(refusal.fieldErrors)).toEqual([field]);
    expect(await database.admin()`select id from patients where id = ${input.id}`).toHaveLength(0);
  });

  test("is for clinicians", async () => {
    for (const person of [clinic.admin, clinic.patient]) {
      await expect(addPatient.execute(person, { id: newId(), ...details() })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

describe("changing a patient's details", () => {
  test("keeps the record and leaves an audit row without any words of the patient", async () => {
    const { id, email } = await added();
    const changes = details({ email, name: "Sam Walker-Diaz", goal: "To kneel in the garden", side: "both" });
    await editPatient.execute(clinic.clinician, { patientId: id, ...changes });
    expect(await getPatient(clinic.clinician, { patientId: id })).toMatchObject(changes);
    const [row] =
      await database.admin()`select detail from audit_events where subject_id = ${id} and action = 'identity.edit-patient'`;
    expect(row?.detail).toEqual({ emailChanged: false });
  });

  test("withdraws an invitation that went to the old address, and only then", async () => {
    const { id, email } = await added();
    await invitePatient.execute(clinic.clinician, { id: newId(), patientId: id }, { now: NOW });
    const { token } = await mailTo(database.admin(), email);
    await editPatient.execute(clinic.clinician, { patientId: id, ...details({ email }) }, { now: NOW });
    expect(await readInvitation(token, NOW)).toMatchObject({ state: "open" });
    await editPatient.execute(clinic.clinician, { patientId: id, ...details() }, { now: NOW });
    expect(await readInvitation(token, NOW)).toMatchObject({ state: "withdrawn" });
  });

  test("refuses another patient's address and a birth still to come", async () => {
    const [first, second] = [await added(), await added()];
    await expect(
      editPatient.execute(clinic.clinician, { patientId: first.id, ...details({ email: second.email }) }),
    ).rejects.toMatchObject({ fieldErrors: { email: "Another patient of this clinic has this address." } });
    await expect(
      editPatient.execute(clinic.clinician, { patientId: first.id, ...details({ dateOfBirth: "2199-01-01" }) }),
    ).rejects.toMatchObject({ fieldErrors: { dateOfBirth: "This day is still to come. Check the year." } });
  });

  test("of another clinic is as if it never was; other roles may not at all", async () => {
    const { id } = await added();
    for (const patientId of [id, newId()]) {
      await expect(editPatient.execute(elsewhere.clinician, { patientId, ...details() })).rejects.toMatchObject({
        code: "not-found",
        message: "We could not find that.",
      });
    }
    for (const person of [clinic.admin, clinic.patient]) {
      await expect(editPatient.execute(person, { patientId: id, ...details() })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

describe("inviting a patient", () => {
  test("is open for fourteen days; the mail says until when as the patient's calendar has it", async () => {
    const { id, email } = await added({ timeZone: "Pacific/Auckland" });
    const invitationId = newId();
    await invitePatient.execute(clinic.clinician, { id: invitationId, patientId: id }, { now: NOW });
    const { token, body } = await mailTo(database.admin(), email);
    expect(body).toContain("Wednesday 25 March 2026");
    expect(await readInvitation(token, days(13.99))).toMatchObject({ state: "open", role: "patient", email });
    expect(await readInvitation(token, days(14))).toMatchObject({ state: "expired" });
    expect(await trailOf(database.admin(), clinic.id, invitationId)).toEqual(["identity.invite-patient"]);
    const { invitation } = await getPatient(clinic.clinician, { patientId: id }, { now: days(1) });
    expect(invitation).toEqual({ state: "open", sentAt: NOW, expiresAt: days(14) });
  });

  test("twice by two people at once leaves one open link", async () => {
    const { id } = await added();
    await Promise.all(
      Array.from({ length: 6 }, () =>
        invitePatient.execute(clinic.clinician, { id: newId(), patientId: id }, { now: NOW }),
      ),
    );
    expect(
      await database.admin()`select id from invitations where patient_id = ${id} and withdrawn_at is null`,
    ).toHaveLength(1);
  });

  test("is refused once the patient has accepted", async () => {
    const patientId = clinic.patient.patientId ?? "";
    await expect(invitePatient.execute(clinic.clinician, { id: newId(), patientId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("of another clinic is as if it never was; other roles may not at all", async () => {
    const { id } = await added();
    for (const patientId of [id, newId()]) {
      await expect(invitePatient.execute(elsewhere.clinician, { id: newId(), patientId })).rejects.toMatchObject({
        code: "not-found",
      });
    }
    for (const person of [clinic.admin, clinic.patient]) {
      await expect(invitePatient.execute(person, { id: newId(), patientId: id })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

test("a patient's details are read by the clinic's clinicians alone, and a foreign id is as one that never was", async () => {
  const { id } = await added();
  for (const patientId of [id, newId(), "not an id"]) {
    await expect(getPatient(elsewhere.clinician, { patientId })).rejects.toMatchObject({ code: "not-found" });
  }
  for (const person of [clinic.admin, clinic.patient]) {
    await expect(getPatient(person, { patientId: id })).rejects.toMatchObject({ code: "forbidden" });
  }
});
