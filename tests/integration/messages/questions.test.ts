import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { answerQuestion } from "@/lib/messages/commands/answer";
import { askQuestion } from "@/lib/messages/commands/ask";
import { getOwnQuestions, getPatientQuestions } from "@/lib/messages/queries";
import { getReading } from "@/lib/practice/queries/reading";
import { getPatientRecord } from "@/lib/progress/queries/patient-record";
import { getWorklist } from "@/lib/progress/queries/worklist";
import { makeClinic } from "@/tests/support/clinic";
import { addVersion } from "@/tests/support/plan";
import { ARTICLE, makePractice, NOW, ownDatabase, TODAY } from "@/tests/support/practice";

const database = ownDatabase();
const at = { now: NOW };
const LATER = new Date("2026-03-11T09:30:00Z");
const later = { now: LATER };
const SWIM = "May I swim with a knee that gives way?";
const YES = "Yes, gently.\nTry the shallow end first.";

/** A patient with an article in the plan, and what it takes to ask about it. */
async function makeAsker() {
  const made = await makePractice(database.admin());
  const planItemId = made.item("knock-knees-and-back-pain").id;
  const ask = (body = SWIM, id = newId(), options = at) =>
    askQuestion.execute(made.clinic.patient, { id, planItemId, body }, options);
  return { ...made, planItemId, ask };
}

const rowsOf = (clinicId: string) =>
  database.admin()`select id, body, answers_id from messages where clinic_id = ${clinicId}`;

test("a question is asked, seen by the clinic, answered, and the patient sees by whom and when", async () => {
  const { clinic, planItemId, ask } = await makeAsker();
  const { patient, clinician } = clinic;
  const patientId = patient.patientId ?? "";
  const { questionId } = await ask();
  expect(await getOwnQuestions(patient, { planItemId }, at)).toEqual([
    { id: questionId, body: SWIM, sentAt: NOW, aboutTitle: "Knock knees and back pain: what helps", answers: [] },
  ]);
  expect(await getPatientQuestions(clinician, { patientId }, at)).toMatchObject({
    open: [{ id: questionId, body: SWIM, aboutTitle: "Knock knees and back pain: what helps" }],
    answered: [],
  });
  const { answerId } = await answerQuestion.execute(clinician, { id: newId(), questionId, body: YES }, later);
  const answers = [{ id: answerId, body: YES, by: "Casey Clinician", sentAt: LATER }];
  expect(await getOwnQuestions(patient, { planItemId }, later)).toMatchObject([{ id: questionId, answers }]);
  expect(await getPatientQuestions(clinician, { patientId }, later)).toMatchObject({
    open: [],
    answered: [{ id: questionId, answers }],
  });
});

test("each leaves one row in the audit trail, without a word of what was written, and so does looking", async () => {
  const { clinic, ask } = await makeAsker();
  const { questionId } = await ask();
  const patientId = clinic.patient.patientId ?? "";
  const { answerId } = await answerQuestion.execute(clinic.clinician, { id: newId(), questionId, body: YES }, at);
  await getPatientQuestions(clinic.clinician, { patientId }, at);
  const rows =
    await database.admin()`select action, subject_id, patient_id, actor_membership_id as actor, detail::text as detail
    from audit_events where clinic_id = ${clinic.id} and action like 'messages.%' order by seq`;
  expect(rows).toMatchObject([
    { action: "messages.ask", subject_id: questionId, patient_id: patientId, actor: clinic.patient.memberId },
    { action: "messages.answer", subject_id: answerId, patient_id: patientId, actor: clinic.clinician.memberId },
    { action: "messages.read-patient", subject_id: patientId, patient_id: patientId, actor: clinic.clinician.memberId },
  ]);
  for (const { detail } of rows) expect(detail).not.toMatch(/swim|shallow/i);
});

test("sent again with the same id it is one message; with other words it is refused", async () => {
  const { clinic, ask } = await makeAsker();
  const id = newId();
  await Promise.all(Array.from({ length: 10 }, () => ask(SWIM, id)));
  await expect(ask(SWIM, id)).resolves.toEqual({ questionId: id });
  await expect(ask("Something else", id)).rejects.toMatchObject({ code: "conflict" });
  const answer = { id: newId(), questionId: id, body: YES };
  for (const _ of [1, 2]) await answerQuestion.execute(clinic.clinician, answer, at);
  expect(await rowsOf(clinic.id)).toHaveLength(2);
  const [counted] = await database.admin()`select count(*)::int as count from audit_events
    where clinic_id = ${clinic.id} and action like 'messages.%'`;
  expect(counted).toEqual({ count: 2 });
});

test("the wrong role is refused", async () => {
  const { clinic, planItemId, ask } = await makeAsker();
  const { questionId } = await ask();
  const patientId = clinic.patient.patientId ?? "";
  const forbidden = { code: "forbidden" };
  const question = { id: newId(), planItemId, body: SWIM };
  const answer = { id: newId(), questionId, body: YES };
  for (const staff of [clinic.clinician, clinic.admin]) {
    await expect(askQuestion.execute(staff, question, at)).rejects.toMatchObject(forbidden);
    await expect(getOwnQuestions(staff, { planItemId }, at)).rejects.toMatchObject(forbidden);
  }
  for (const person of [clinic.patient, clinic.otherPatient, clinic.admin]) {
    await expect(answerQuestion.execute(person, answer, at)).rejects.toMatchObject(forbidden);
    await expect(getPatientQuestions(person, { patientId }, at)).rejects.toMatchObject(forbidden);
  }
  expect(await rowsOf(clinic.id)).toHaveLength(1);
});

test("a stranger's plan, question and patient are not there", async () => {
  const { clinic, item, planItemId, ask } = await makeAsker();
  const other = await makeClinic(database.admin());
  const { questionId } = await ask();
  const missing = { code: "not-found" };
  for (const [person, id] of [
    [clinic.otherPatient, planItemId],
    [other.patient, planItemId],
    [clinic.patient, newId()],
    [clinic.patient, item("knee-and-hip-index").id],
  ] as const) {
    await expect(askQuestion.execute(person, { id: newId(), planItemId: id, body: SWIM }, at)).rejects.toMatchObject(
      missing,
    );
    await expect(getOwnQuestions(person, { planItemId: id }, at)).rejects.toMatchObject(missing);
  }
  const patientId = clinic.patient.patientId ?? "";
  await expect(getPatientQuestions(other.clinician, { patientId }, at)).rejects.toMatchObject(missing);
  for (const [person, question] of [
    [other.clinician, questionId],
    [clinic.clinician, newId()],
  ] as const) {
    const answer = { id: newId(), questionId: question, body: YES };
    await expect(answerQuestion.execute(person, answer, at)).rejects.toMatchObject(missing);
  }
  expect(await rowsOf(clinic.id)).toHaveLength(1);
});

test("an answer goes to its own question: it cannot be answered itself, nor name another patient", async () => {
  const { clinic, ask } = await makeAsker();
  const { questionId } = await ask();
  const { answerId } = await answerQuestion.execute(clinic.clinician, { id: newId(), questionId, body: YES }, at);
  const onAnswer = { id: newId(), questionId: answerId, body: "And more" };
  await expect(answerQuestion.execute(clinic.clinician, onAnswer, at)).rejects.toMatchObject({ code: "not-found" });
  const foreign = { id: newId(), questionId, body: YES, patientId: clinic.otherPatient.patientId };
  await expect(answerQuestion.execute(clinic.clinician, foreign, at)).rejects.toMatchObject({ code: "invalid" });
  // The database itself lets no answer stand in another patient's record.
  await expect(
    database.admin()`insert into messages (clinic_id, id, patient_id, author_id, answers_id, body, sent_at)
      values (${clinic.id}, ${newId()}, ${clinic.otherPatient.patientId ?? ""}, ${clinic.clinician.memberId}, ${questionId}, 'x', now())`,
  ).rejects.toMatchObject({ code: "23503" });
  await answerQuestion.execute(clinic.clinician, { id: newId(), questionId, body: "And keep warm." }, later);
  const { answered } = await getPatientQuestions(
    clinic.clinician,
    { patientId: clinic.patient.patientId ?? "" },
    later,
  );
  expect(answered[0]?.answers.map(({ body }) => body)).toEqual([YES, "And keep warm."]);
});

test.each([
  ["without a word", " \n ", "Write your question first."],
  ["of over 2,000 characters", "a".repeat(2001), "At most 2,000 characters."],
])("a question %s is refused at its field", async (_, body, message) => {
  const { clinic, ask } = await makeAsker();
  await expect(ask(body)).rejects.toMatchObject({ code: "invalid", fieldErrors: { body: message } });
  expect(await rowsOf(clinic.id)).toEqual([]);
});

test("what a person writes is kept to the letter, whatever it looks like", async () => {
  const { planItemId, clinic, ask } = await makeAsker();
  const odd = "<script>alert(1)</script> '); drop table messages; -- ​ركبتي 🦵🏽";
  await ask(odd);
  expect((await getOwnQuestions(clinic.patient, { planItemId }, at)).map(({ body }) => body)).toEqual([odd]);
});

test("an open question stands in the worklist and on the record until it is answered, and Read tells of the answer", async () => {
  const { clinic, ask } = await makeAsker();
  const { clinician, patient } = clinic;
  const patientId = patient.patientId ?? "";
  const [first] = [await ask(), await ask("And run?", newId(), later)];
  const asked = async () => {
    const { needsMe } = await getWorklist(clinician, {}, later);
    const reasons = needsMe.find(({ id }) => id === patientId)?.reasons ?? [];
    return reasons.filter(({ reason }) => reason === "asked").map(({ words }) => words);
  };
  const marks = async () => (await getReading(patient, {}, later)).map((one) => one.asked);
  expect(await asked()).toEqual([`Asked 2 questions: “${SWIM}”`]);
  expect((await getPatientRecord(clinician, { patientId }, later)).reasons).toContainEqual({
    reason: "asked",
    words: `Asked 2 questions: “${SWIM}”`,
  });
  expect(await marks()).toEqual([{ open: 2, answered: 0 }]);
  await answerQuestion.execute(clinician, { id: newId(), questionId: first.questionId, body: YES }, later);
  expect(await asked()).toEqual(["Asked a question: “And run?”"]);
  expect(await marks()).toEqual([{ open: 1, answered: 1 }]);
  const other = await makeClinic(database.admin());
  expect((await getWorklist(other.clinician, {}, later)).needsMe.flatMap(({ reasons }) => reasons)).not.toContainEqual(
    expect.objectContaining({ reason: "asked" }),
  );
});

test("a question stays with the article when the plan gets a new version", async () => {
  const { clinic, plan, item, ask } = await makeAsker();
  const { questionId } = await ask();
  const { key } = item("knock-knees-and-back-pain");
  const next = await addVersion(database.admin(), clinic, plan, { effectiveOn: TODAY, items: [{ ...ARTICLE, key }] });
  const planItemId = next.items[0]?.id ?? "";
  expect((await getOwnQuestions(clinic.patient, { planItemId }, at)).map(({ id }) => id)).toEqual([questionId]);
});
