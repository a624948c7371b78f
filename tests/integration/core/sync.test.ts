import { beforeEach, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/sync/route";
import { SYNC_KINDS, type SyncKind } from "@/components/offline/kinds";
import type { Person } from "@/lib/access/actor";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";
import { logEntry, makePractice, NOW, ownDatabase, TODAY } from "@/tests/support/practice";

const database = ownDatabase();
const asking = vi.hoisted(() => ({ who: null as Person | null, isAway: false }));

vi.mock("@/lib/core/clock", () => ({ now: () => NOW }));
vi.mock("@/lib/access/session", () => ({
  async currentSession() {
    if (asking.isAway) throw new AppError("unavailable");
    return asking.who ? { state: "live", person: asking.who } : { state: "none" };
  },
  async actingPerson() {
    if (!asking.who) throw new AppError("unauthenticated");
    return asking.who;
  },
  async requireActor(role: string) {
    if (asking.who?.role !== role) throw new Error("sent on");
    return asking.who;
  },
}));

beforeEach(() => {
  asking.who = null;
  asking.isAway = false;
});

type Sending = { who?: string; kind: string; body?: unknown; origin?: string | null; text?: string };

async function send(person: Person | null, { who, kind, body = {}, origin = "http://portal.test", text }: Sending) {
  asking.who = person;
  const answer = await POST(
    new Request("http://portal.test/api/sync", {
      method: "POST",
      headers: { host: "portal.test", ...(origin === null ? {} : { origin }) },
      body: text ?? JSON.stringify({ who: who ?? person?.memberId ?? newId(), kind, body }),
    }),
  );
  return { status: answer.status, headers: answer.headers, answer: await answer.json() };
}

const rowsOf = (clinicId: string) => database.admin()`
  select (select count(*)::int from practice_logs where clinic_id = ${clinicId}) as logs,
    (select count(*)::int from practice_sessions where clinic_id = ${clinicId}) as sessions,
    (select count(*)::int from reading_receipts where clinic_id = ${clinicId}) as readings,
    (select count(*)::int from response_drafts where clinic_id = ${clinicId}) as drafts,
    (select count(*)::int from responses where clinic_id = ${clinicId}) as responses`;

/** One thing of each kind, in an order in which they can be sent. */
async function oneOfEach(): Promise<{
  clinic: TestClinic;
  first: [SyncKind, Record<string, unknown>];
  sendings: [SyncKind, Record<string, unknown>][];
}> {
  const { clinic, item } = await makePractice(database.admin());
  const [log, draftId] = [logEntry(item("wall-sit").id), newId()];
  const questions = item("knee-and-hip-index");
  const at = NOW.toISOString();
  const first: [SyncKind, Record<string, unknown>] = ["practice.record", { id: log.id, entries: [log] }];
  const sendings: [SyncKind, Record<string, unknown>][] = [
    first,
    ["practice.correct", { id: newId(), logId: log.id, reason: "I meant one", outcome: "done", painNrs: 1 }],
    [
      "practice.finish-session",
      {
        id: newId(),
        startedAt: "2026-03-10T09:30:00Z",
        endedAt: "2026-03-10T09:45:00Z",
        activeSeconds: 600,
        effortRpe: null,
        note: "",
        endedEarly: false,
      },
    ],
    ["practice.mark-read", { id: newId(), planItemId: item("knock-knees-and-back-pain").id }],
    ["questionnaires.open-draft", { id: draftId, itemKey: questions.key, dueOn: questions.anchorOn }],
    ["questionnaires.save-answer", { draftId, itemId: "pain-kerb", value: 1, answeredAt: at }],
    ["questionnaires.submit", { id: newId(), draftId }],
  ];
  return { clinic, first, sendings };
}

test("each kind does what its action does; sent again, it is the same thing sent twice", async () => {
  const { clinic, sendings } = await oneOfEach();
  expect(sendings.map(([kind]) => kind).toSorted()).toEqual([...SYNC_KINDS].toSorted());
  for (const [kind, body] of sendings) {
    const [first, again] = [await send(clinic.patient, { kind, body }), await send(clinic.patient, { kind, body })];
    expect(first, kind).toMatchObject({ status: 200, answer: { ok: true } });
    expect(first.headers.get("cache-control")).toBe("private, no-store");
    expect(first.headers.get("x-portal-now")).toBe(NOW.toISOString());
    expect(again.answer, kind).toEqual(first.answer);
  }
  expect(await rowsOf(clinic.id)).toEqual([{ logs: 2, sessions: 1, readings: 1, drafts: 1, responses: 1 }]);
});

test("one log sent fifty times at once is one log, and its id with another body is a conflict", async () => {
  const { clinic, first } = await oneOfEach();
  const [kind, body] = first;
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(clinic.patient, { kind, body })));
  for (const { answer } of answers) expect(answer).toEqual(answers[0]?.answer);
  expect(answers[0]?.answer.ok).toBe(true);
  const other = await send(clinic.patient, {
    kind,
    body: { ...body, entries: [logEntry(newId(), { id: String(body.id) })] },
  });
  expect(other.answer).toMatchObject({ ok: false, code: "conflict" });
  expect(await rowsOf(clinic.id)).toMatchObject([{ logs: 1 }]);
});

test("the wrong role is refused, a stranger finds nothing, and nobody sends in another's name", async () => {
  const { clinic, first, sendings } = await oneOfEach();
  const away = await makeClinic(database.admin());
  for (const [kind, body] of sendings) {
    for (const person of [clinic.clinician, clinic.admin]) {
      expect(await send(person, { kind, body }), kind).toMatchObject({ answer: { ok: false, code: "forbidden" } });
    }
    if (kind === "practice.finish-session") continue;
    for (const person of [clinic.otherPatient, away.patient]) {
      expect(await send(person, { kind, body }), kind).toMatchObject({ answer: { ok: false, code: "not-found" } });
    }
  }
  const [kind, body] = first;
  const nobody = { status: 401, answer: { ok: false, code: "unauthenticated" } };
  expect(await send(clinic.otherPatient, { who: clinic.patient.memberId, kind, body })).toMatchObject(nobody);
  expect(await send(null, { kind, body })).toMatchObject(nobody);
  expect(await rowsOf(clinic.id)).toEqual([{ logs: 0, sessions: 0, readings: 0, drafts: 0, responses: 0 }]);
});

test("what is not on the list, not whole, too long or from elsewhere does nothing", async () => {
  const { clinic, first } = await oneOfEach();
  const [kind, body] = first;
  const odd = ["", "access.sign-out", "plans.publish", "practice.record ", "__proto__", "constructor", "toString"];
  for (const one of odd) expect(await send(clinic.patient, { kind: one, body })).toMatchObject({ status: 422 });
  for (const text of ["", "null", "[]", "{", '{"kind":"practice.record"}', JSON.stringify({ kind, body })]) {
    expect(await send(clinic.patient, { kind, text })).toMatchObject({ status: 422, answer: { ok: false } });
  }
  expect(await send(clinic.patient, { kind, text: "x".repeat(300_000) })).toMatchObject({ status: 413 });
  for (const origin of [null, "null", "http://elsewhere.test", "https://portal.test.elsewhere.test"]) {
    expect(await send(clinic.patient, { kind, body, origin })).toMatchObject({ status: 403 });
  }
  expect(await send(clinic.patient, { kind, body: { ...body, extra: 1 } })).toMatchObject({
    status: 200,
    answer: { ok: false, code: "invalid" },
  });
  expect(await rowsOf(clinic.id)).toMatchObject([{ logs: 0 }]);
});

test("records that are away sign nobody out", async () => {
  const { clinic, first } = await oneOfEach();
  const [kind, body] = first;
  asking.isAway = true;
  expect(await send(clinic.patient, { kind, body })).toMatchObject({
    status: 503,
    answer: { ok: false, code: "unavailable" },
  });
});

test("a device can ask who is signed in, and what time it is", async () => {
  const { patient } = await makeClinic(database.admin());
  asking.who = patient;
  const answer = await GET();
  expect(await answer.json()).toEqual({ who: patient.memberId });
  expect(answer.headers.get("x-portal-now")).toBe(NOW.toISOString());
  expect(TODAY).toBe(NOW.toISOString().slice(0, 10));
});
