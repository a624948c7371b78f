import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { reminderOffToken } from "@/lib/access/tokens";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { addDevice } from "@/lib/jobs/commands/add-device";
import { removeDevice } from "@/lib/jobs/commands/remove-device";
import { saveReminders } from "@/lib/jobs/commands/save-reminders";
import { snoozeReminders } from "@/lib/jobs/commands/snooze-reminders";
import { stopReminders } from "@/lib/jobs/commands/stop-reminders";
import { turnOffReminders } from "@/lib/jobs/commands/turn-off-reminders";
import { getReminders } from "@/lib/jobs/queries/reminders";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { deviceForm, reminderForm } from "@/tests/support/reminders";

const database = testDatabase();
let clinic: TestClinic;
let away: TestClinic;
const now = new Date("2026-03-10T10:00:00Z");
const at = { now };

beforeAll(async () => {
  clinic = await makeClinic(database.admin());
  away = await makeClinic(database.admin());
  // In a demonstration clinic mail needs no sender: it stays in the outbox.
  await database.admin()`update clinics set is_demo = true where id = ${clinic.id}`;
  Object.assign(clinic, { patient: { ...clinic.patient, isDemo: true } });
});
beforeEach(async () => {
  await database.admin()`delete from push_subscriptions`;
  await database.admin()`delete from reminder_settings`;
});

const refusal = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, fields: Object.keys(error.fieldErrors) };
    throw error;
  }
  return null;
};
const audited = async (action: string) =>
  (await database.admin()`select 1 from audit_events where clinic_id = ${clinic.id} and action = ${action}`).length;

describe("how somebody wants to be reminded", () => {
  test("begins switched off, is saved, and is read back as it was", async () => {
    expect((await getReminders(clinic.patient, {}, at)).form.byMail).toBe(false);
    const form = reminderForm({
      times: ["18:30", "07:00"],
      weekdays: ["1", "5"],
      isQuiet: true,
      repeats: 2,
      repeatMinutes: 45,
    });
    await saveReminders.execute(clinic.patient, form, at);
    const { form: kept, email } = await getReminders(clinic.patient, {}, at);
    expect(kept).toEqual({ ...form, times: ["07:00", "18:30"] });
    expect(email).toContain("@example.test");
    expect(await audited("jobs.save-reminders")).toBe(1);
    expect((await getReminders(clinic.otherPatient, {}, at)).form.byMail).toBe(false);
  });

  test("is saved again over what was there, with no second row", async () => {
    for (const times of [["09:00"], ["10:00"]])
      await saveReminders.execute(clinic.patient, reminderForm({ times }), at);
    expect(await database.admin()`select times from reminder_settings`).toEqual([{ times: [600] }]);
  });

  test.each([
    ["no time", { times: [] }, "times"],
    ["five times", { times: ["08:00", "09:00", "10:00", "11:00", "12:00"] }, "times"],
    ["a time that is none", { times: ["24:00"] }, "times.0"],
    ["a time in words", { times: ["09:00", "noon"] }, "times.1"],
    ["one time twice", { times: ["09:00", "09:00"] }, "times.1"],
    ["no day", { weekdays: [] }, "weekdays"],
    ["an eighth day", { weekdays: ["8"] as never }, "weekdays.0"],
    ["quiet hours without an end", { isQuiet: true, quietFrom: "22:00", quietTo: "22:00" }, "quietTo"],
    ["a time in quiet hours that end tomorrow", { isQuiet: true, times: ["23:00"] }, "times.0"],
    ["three repeats", { repeats: 3 }, "repeats"],
    ["half a repeat", { repeats: 0.5 }, "repeats"],
    ["a repeat after a minute", { repeats: 1, repeatMinutes: 1 }, "repeatMinutes"],
    ["a repeat after a day", { repeats: 1, repeatMinutes: 1440 }, "repeatMinutes"],
  ])("is refused with %s, at that field", async (_, changes, field) => {
    const work = saveReminders.execute(clinic.patient, reminderForm(changes), at);
    expect(await refusal(work)).toEqual({ code: "invalid", fields: [field] });
    expect(await database.admin()`select 1 from reminder_settings`).toEqual([]);
  });

  test("by mail is refused where the portal sends none", async () => {
    expect(await refusal(saveReminders.execute(away.patient, reminderForm(), at))).toEqual({
      code: "invalid",
      fields: ["byMail"],
    });
  });

  test("is nobody's but the patient's", async () => {
    for (const person of [clinic.clinician, clinic.admin]) {
      expect(await refusal(saveReminders.execute(person, reminderForm(), at))).toMatchObject({ code: "forbidden" });
      expect(await refusal(getReminders(person, {}, at))).toMatchObject({ code: "forbidden" });
    }
  });
});

describe("putting off and switching off", () => {
  test("an hour, a day and three days are until then, and can be ended", async () => {
    const until = async (snooze: "hour" | "today" | "days" | "none") =>
      (await snoozeReminders.execute(clinic.patient, { until: snooze }, at)).until;
    expect(await until("hour")).toBe("2026-03-10T11:00:00.000Z");
    expect(await until("today")).toBe("2026-03-11T00:00:00.000Z");
    expect(await until("days")).toBe("2026-03-13T00:00:00.000Z");
    expect((await getReminders(clinic.patient, {}, at)).snoozedUntil).toEqual(new Date("2026-03-13T00:00:00Z"));
    expect((await getReminders(clinic.patient, {}, { now: new Date("2026-03-13T00:00:00Z") })).snoozedUntil).toBeNull();
    expect(await until("none")).toBeNull();
    expect(await refusal(snoozeReminders.execute(clinic.patient, { until: "year" }, at))).toMatchObject({
      code: "invalid",
    });
  });

  test("all off keeps the times and the devices", async () => {
    await saveReminders.execute(clinic.patient, reminderForm({ times: ["11:11"] }), at);
    await addDevice.execute(clinic.patient, deviceForm(), at);
    await stopReminders.execute(clinic.patient, {}, at);
    const own = await getReminders(clinic.patient, {}, at);
    expect(own).toMatchObject({ byPush: false, form: { byMail: false, times: ["11:11"] } });
    expect(own.devices).toHaveLength(1);
    expect(await audited("jobs.stop-reminders")).toBe(1);
  });
});

describe("a device", () => {
  test("is added, known again by its address, and taken away", async () => {
    const form = deviceForm();
    const { deviceId } = await addDevice.execute(clinic.patient, form, at);
    const again = await addDevice.execute(clinic.patient, { ...form, id: newId(), device: "Edge on Windows" }, at);
    expect(again.deviceId).toBe(deviceId);
    const own = await getReminders(clinic.patient, {}, at);
    expect(own.byPush).toBe(true);
    expect(own.devices).toMatchObject([{ id: deviceId, device: "Edge on Windows" }]);
    expect(JSON.stringify(own)).not.toContain(form.endpoint);
    await removeDevice.execute(clinic.patient, { id: deviceId }, at);
    expect(await getReminders(clinic.patient, {}, at)).toMatchObject({ byPush: false, devices: [] });
    expect(await audited("jobs.add-device")).toBeGreaterThan(0);
    expect(await audited("jobs.remove-device")).toBe(1);
  });

  test("of somebody else is not there", async () => {
    const { deviceId } = await addDevice.execute(clinic.patient, deviceForm(), at);
    for (const person of [clinic.otherPatient, away.patient]) {
      expect(await refusal(removeDevice.execute(person, { id: deviceId }, at))).toMatchObject({ code: "not-found" });
    }
    expect(await refusal(removeDevice.execute(clinic.clinician, { id: deviceId }, at))).toMatchObject({
      code: "forbidden",
    });
    expect((await getReminders(clinic.patient, {}, at)).devices).toHaveLength(1);
  });

  test.each([
    ["of a machine of the house", "https://127.0.0.1/push"],
    ["of the cloud's own secrets", "http://169.254.169.254/latest"],
    ["that only begins like a push service", "https://fcm.googleapis.com.example.org/a"],
    ["that only ends like one", "https://notfcm.googleapis.com/a"],
    ["on a port of its own", "https://fcm.googleapis.com:8443/a"],
    ["with a name in it", "https://a@fcm.googleapis.com/a"],
    ["that is none", "fcm.googleapis.com"],
    ["of a thousand letters and more", `https://fcm.googleapis.com/${"a".repeat(1000)}`],
  ])("whose address is one %s is refused", async (_, endpoint) => {
    expect(await refusal(addDevice.execute(clinic.patient, deviceForm({ endpoint }), at))).toEqual({
      code: "invalid",
      fields: ["endpoint"],
    });
  });

  test("with keys of the wrong length is refused", async () => {
    for (const changes of [{ p256dh: "AAAA" }, { auth: "A".repeat(100) }, { auth: "not base64!" }]) {
      expect(await refusal(addDevice.execute(clinic.patient, deviceForm(changes), at))).toMatchObject({
        code: "invalid",
      });
    }
  });

  test("is one of ten at most, however many are sent at once", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 60 }, () => addDevice.execute(clinic.patient, deviceForm(), at)),
    );
    const [row] = await database.admin()<{ count: number }[]>`select count(*)::int as count from push_subscriptions`;
    expect(row?.count).toBe(10);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  test("whose address is gone makes room for another", async () => {
    for (let count = 0; count < 10; count += 1) await addDevice.execute(clinic.patient, deviceForm(), at);
    expect(await refusal(addDevice.execute(clinic.patient, deviceForm(), at))).toMatchObject({ code: "invalid" });
    await database.admin()`update push_subscriptions set gone_at = now() where id = (select id from push_subscriptions limit 1)`;
    await addDevice.execute(clinic.patient, deviceForm(), at);
    expect(await database.admin()`select 1 from push_subscriptions`).toHaveLength(10);
  });
});

describe("the link in a mail", () => {
  const token = () => reminderOffToken(clinic.id, clinic.patient.patientId ?? "");
  const byMail = async () => (await getReminders(clinic.patient, {}, at)).form.byMail;

  test("turns mail off, leaves the devices on, and leaves a trace once", async () => {
    await saveReminders.execute(clinic.patient, reminderForm(), at);
    await addDevice.execute(clinic.patient, deviceForm(), at);
    const before = await audited("jobs.turn-off-reminders");
    for (let time = 0; time < 2; time += 1) await turnOffReminders.execute({ token: token() }, at);
    expect(await getReminders(clinic.patient, {}, at)).toMatchObject({ byPush: true, form: { byMail: false } });
    expect(await audited("jobs.turn-off-reminders")).toBe(before + 1);
  });

  test("works again after they were switched on again", async () => {
    await saveReminders.execute(clinic.patient, reminderForm(), at);
    await turnOffReminders.execute({ token: token() }, at);
    await saveReminders.execute(clinic.patient, reminderForm(), at);
    expect(await byMail()).toBe(true);
    await turnOffReminders.execute({ token: token() }, at);
    expect(await byMail()).toBe(false);
  });

  test("of nobody is answered the same, and changes nothing", async () => {
    await saveReminders.execute(clinic.patient, reminderForm(), at);
    const known = await turnOffReminders.execute(
      { token: reminderOffToken(away.id, away.patient.patientId ?? "") },
      at,
    );
    expect(await turnOffReminders.execute({ token: "no-such-token" }, at)).toEqual(known);
    expect(await byMail()).toBe(true);
    const [row] = await database.admin()<{ hash: string }[]>`select off_token_hash as hash from reminder_settings`;
    await turnOffReminders.execute({ token: row?.hash ?? "" }, at);
    expect(await byMail(), "the hash in the database is no key").toBe(true);
  });
});
