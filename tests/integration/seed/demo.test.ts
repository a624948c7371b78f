import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { DEMO_CLINIC_ID, DEMO_SIGN_INS, demoState, makeDemoClinic } from "@/db/seed/demo";
import { PEOPLE } from "@/db/seed/people";
import { type DemoPerson, emailOf } from "@/db/seed/person";
import { TWICE_A_DAY } from "@/db/seed/reminded";
import { HEAVY_BRIDGE } from "@/db/seed/usual-changes";
import { signIn } from "@/lib/access/commands/sign-in";
import { resumeSession } from "@/lib/access/resume";
import { loadContent } from "@/lib/jobs/content/load-content";
import { listDemoMail } from "@/lib/jobs/queries";
import { getReminders } from "@/lib/jobs/queries/reminders";
import { claimReminder } from "@/lib/jobs/writes/claim-reminder";
import { planReminders } from "@/lib/jobs/writes/plan-reminders";
import { getToday } from "@/lib/practice/queries/today";
import { getWorklist } from "@/lib/progress/queries/worklist";
import { getQuestions } from "@/lib/questionnaires/queries/questions";
import { testDatabase } from "@/tests/support/bench";

const database = testDatabase();
const content = loadContent(join(import.meta.dirname, "../../.."));
/** A Wednesday, well past breakfast. */
const NOW = new Date("2026-03-18T17:30:00Z");

function person(slug: string, more: Partial<DemoPerson> = {}): DemoPerson {
  const found = PEOPLE.find((one) => one.slug === slug);
  if (!found) throw new Error(`nobody is called ${slug}`);
  return { ...found, ...more };
}

/** One of each course, in five weeks instead of twelve. */
const FEW: readonly DemoPerson[] = [
  person("margaret.ellis", {
    startedDaysAgo: 21,
    later: undefined,
    correctsDaysAgo: 9,
    unusual: [
      { slug: "three-activities", sitting: 0, isTurned: true },
      { slug: "pain-now-best-worst", sitting: 1, isOnPaper: true },
    ],
  }),
  person("eleanor.finch"),
  person("marco.bianchi", { startedDaysAgo: 22, stoppedDaysAgo: 9 }),
  person("joan.whitfield", { startedDaysAgo: 33 }),
  person("aisling.byrne", {
    startedDaysAgo: 16,
    endedDaysAgo: 2,
    later: { daysAgo: 7, lines: [{ slug: "clamshell", dose: { sets: 3 } }] },
  }),
  person("dev.patel", {
    startedDaysAgo: 33,
    later: { daysAgo: 12, lines: [HEAVY_BRIDGE] },
    correctsDaysAgo: undefined,
  }),
  person("theo.papadakis"),
  person("ruth.sandler"),
  person("amara.okonkwo"),
];

async function asClinician() {
  const [, clinician] = DEMO_SIGN_INS;
  const { email, password } = clinician;
  const session = await resumeSession((await signIn.execute({ email, password, device: "test" }))?.token);
  if (session.state !== "live") throw new Error("the clinician cannot sign in");
  return session.person;
}

/** What was reported, without ids, in a lasting order. */
const reported = async () => [
  ...(await database.admin()`select p.email, l.due_on::text, i.title, l.occasion, l.outcome, l.skip_reason, l.sets_done, l.pain_nrs,
      l.effort_rpe, l.note, l.performed_at, l.received_at, l.correction_reason from practice_logs l
    join patients p on p.clinic_id = l.clinic_id and p.id = l.patient_id
    join plan_items n on n.clinic_id = l.clinic_id and n.id = l.plan_item_id
    join library_versions i on i.clinic_id = n.clinic_id and i.id = n.library_version_id
    order by p.email, l.due_on, i.title, l.received_at`),
  ...(await database.admin()`select p.email, r.due_on::text, i.slug, r.answers, r.named, r.flags, r.source, r.answered_on::text,
      r.submitted_at, r.correction_reason from responses r
    join patients p on p.clinic_id = r.clinic_id and p.id = r.patient_id
    join instrument_versions v on v.clinic_id = r.clinic_id and v.id = r.instrument_version_id
    join instruments i on i.clinic_id = v.clinic_id and i.id = v.instrument_id
    order by p.email, r.due_on, i.slug, r.submitted_at`),
];

let first: Awaited<ReturnType<typeof reported>>;
beforeAll(async () => {
  expect(await demoState(database.admin())).toBe("absent");
  await makeDemoClinic(database.admin(), { content, now: NOW, people: FEW });
  first = await reported();
});

describe("the demonstration clinic", () => {
  test("is whole, its audit chain fits, and nobody is left signed in", async () => {
    const sql = database.admin();
    expect(await demoState(sql)).toBe("whole");
    expect(await sql`select * from app.audit_verify(${DEMO_CLINIC_ID})`).toEqual([]);
    expect(await sql`select 1 from sessions where kind = 'person' and revoked_at is null`).toEqual([]);
  });

  test("holds nothing from the future", async () => {
    const [row] = await database.admin()<
      { latest: Date }[]
    >`select greatest((select max(received_at) from practice_logs),
      (select max(submitted_at) from responses), (select max(published_at) from plan_versions),
      (select max(redeemed_at) from invitations), (select max(read_at) from reading_receipts),
      (select max(answered_at) from draft_answers), (select max(sent_at) from questionnaire_requests),
      (select max(reviewed_at) from response_reviews)) as latest`;
    expect(row?.latest.getTime()).toBeLessThanOrEqual(NOW.getTime());
  });

  test("gives its worklist something to say", async () => {
    const { needsMe, nothingNeeded } = await getWorklist(await asClinician(), {}, { now: NOW });
    const reasons = Object.fromEntries(needsMe.map(({ name, reasons }) => [name, reasons.map(({ reason }) => reason)]));
    expect(reasons).toEqual({
      "Eleanor Finch": expect.arrayContaining(["pain-rose"]),
      "Marco Bianchi": ["silent"],
      "Joan Whitfield": ["questions-overdue"],
      "Theo Papadakis": expect.arrayContaining(["not-started"]),
      "Amara Okonkwo": ["no-plan"],
      "Dev Patel": expect.arrayContaining(["ready-to-progress"]),
    });
    expect(nothingNeeded.map(({ name }) => name).sort()).toEqual(["Margaret Ellis", "Ruth Sandler"]);
  });

  test("has a course that ended, a plan that was changed, a log put right and questions left half-way", async () => {
    const sql = database.admin();
    const [counts] = await sql`select
      (select count(*)::int from plans where ends_on = '2026-03-16' and current_version = 2) as ended,
      (select count(*)::int from practice_logs where corrects_id is not null) as corrected,
      (select count(*)::int from response_drafts d where submitted_at is null
        and (select count(*) from draft_answers a where a.draft_id = d.id) = 9) as half`;
    expect(counts).toEqual({ ended: 1, corrected: 1, half: 1 });
  });

  test("has an answer that must be acted on today, and others that were", async () => {
    const flagged =
      await database.admin()`select p.email, r.flags, r.submitted_on::text as day, w.note is not null as seen
      from responses r join patients p on p.clinic_id = r.clinic_id and p.id = r.patient_id
      left join response_reviews w on w.clinic_id = r.clinic_id and w.response_id = r.id
      where r.flags <> '[]'::jsonb order by r.submitted_at`;
    expect(flagged.filter(({ seen }) => !seen)).toEqual([
      { email: "eleanor.finch@example.org", flags: ["back-night"], day: "2026-03-17", seen: false },
    ]);
    expect(flagged.filter(({ seen }) => seen).map(({ flags }) => flags)).toContainEqual(["gave-way-repeatedly"]);
  });

  test("has answers of every kind: by hand, on paper, put right, and one questionnaire sent beside the plan that waits", async () => {
    const sql = database.admin();
    const kinds = await sql`select distinct i.slug from responses r
      join instrument_versions v on v.clinic_id = r.clinic_id and v.id = r.instrument_version_id
      join instruments i on i.clinic_id = v.clinic_id and i.id = v.instrument_id order by 1`;
    expect(kinds.map(({ slug }) => slug)).toEqual([
      "giving-way-diary",
      "knee-and-hip-index",
      "pain-now-best-worst",
      "safety-screen-knee-and-back",
      "three-activities",
    ]);
    const paper = await sql`select m.role, r.answered_on < r.submitted_on as late from responses r
      join memberships m on m.clinic_id = r.clinic_id and m.id = r.submitted_by where r.source = 'paper'`;
    expect(new Set(paper.map(({ role }) => role))).toEqual(new Set(["clinician"]));
    expect(paper.some(({ late }) => late)).toBe(true);
    const [right] =
      await sql`select r.named = c.named as same, r.answers <> c.answers as other, c.correction_reason as why
      from responses c join responses r on r.clinic_id = c.clinic_id and r.id = c.corrects_id`;
    expect(right).toEqual({ same: true, other: true, why: expect.stringMatching(/\w/) });
    const waiting = await sql`select p.email from questionnaire_requests q
      join patients p on p.clinic_id = q.clinic_id and p.id = q.patient_id
      where not exists (select from responses r where r.clinic_id = q.clinic_id and r.item_key = q.id)`;
    expect(waiting).toEqual([{ email: "margaret.ellis@example.org" }]);
  });

  test("lets the three in that it prints", async () => {
    for (const { role, email, password } of DEMO_SIGN_INS) {
      const session = await resumeSession((await signIn.execute({ email, password, device: "test" }))?.token);
      expect(session).toMatchObject({
        state: "live",
        person: { role: role === "administrator" ? "admin" : role, isDemo: true },
      });
    }
  });

  test("has something to do for the patient it prints", async () => {
    const [{ email, password }] = DEMO_SIGN_INS;
    const session = await resumeSession((await signIn.execute({ email, password, device: "test" }))?.token);
    if (session.state !== "live") throw new Error("the patient cannot sign in");
    const today = await getToday(session.person, {}, { now: NOW });
    expect(today.day).toBe("2026-03-18");
    expect(today.exercises.length).toBeGreaterThan(0);
    expect(today.exercises.map(({ state }) => state)).not.toContain("done");
    const { due, past } = await getQuestions(session.person, {}, { now: NOW });
    expect(due.map(({ title }) => title)).toContain("How well it works, as a single number");
    const screen = past.find(({ title }) => title.startsWith("Safety questions"));
    expect(screen).toMatchObject({ source: "portal", answeredOn: "2026-02-25" });
  });
});

describe("the reminders of the demonstration clinic", () => {
  test("show something real to whoever signs in, times, days, quiet hours and repeats", async () => {
    const [{ email, password }] = DEMO_SIGN_INS;
    const session = await resumeSession((await signIn.execute({ email, password, device: "test" }))?.token);
    if (session.state !== "live") throw new Error("the patient cannot sign in");
    const { form, canMail } = await getReminders(session.person, {}, { now: NOW });
    expect(form).toEqual(TWICE_A_DAY);
    expect(canMail).toBe(true);
    const asked = await database.admin()`select p.email, s.repeats, jsonb_array_length(to_jsonb(s.weekdays)) as days
      from reminder_settings s join patients p on p.clinic_id = s.clinic_id and p.id = s.patient_id where s.by_mail order by 1`;
    expect(asked).toEqual([
      { email: "dev.patel@example.org", repeats: 0, days: 5 },
      { email: "marco.bianchi@example.org", repeats: 2, days: 6 },
      { email: "margaret.ellis@example.org", repeats: 1, days: 7 },
    ]);
  });

  test("reach its outbox when they are due and something is left to do", async () => {
    const sent = async (clock: string) => {
      const now = new Date(`2026-03-18T${clock}:00Z`);
      await planReminders(DEMO_CLINIC_ID, now);
      const post = { mail: null, push: null };
      const clinic = { clinicId: DEMO_CLINIC_ID, isDemo: true };
      while ((await claimReminder(clinic, post, now)).kind !== "none");
      const mail = await listDemoMail();
      return mail?.filter(({ kind }) => kind === "reminder").map(({ to }) => to);
    };
    expect(await sent("17:45")).toEqual([]);
    expect(await sent("18:05")).toEqual(["margaret.ellis@example.org"]);
    expect(await sent("19:35")).toEqual(["marco.bianchi@example.org", "margaret.ellis@example.org"]);
  });
});

describe("made again", () => {
  test("after it was cut short, the same people, days and answers come out", async () => {
    const sql = database.admin();
    const few = FEW.slice(0, 2);
    await sql`update clinics set is_demo = false where id = ${DEMO_CLINIC_ID}`;
    expect(await demoState(sql)).toBe("cut-short");
    await makeDemoClinic(sql, { content, now: NOW, people: few });
    const emails: string[] = few.map(emailOf);
    expect(await reported()).toEqual(first.filter(({ email }) => emails.includes(String(email))));
    expect(await sql`select 1 from accounts where email = ${emailOf(person("marco.bianchi"))}`).toEqual([]);
    expect(await sql`select * from app.audit_verify(${DEMO_CLINIC_ID})`).toEqual([]);
  });

  test("a refusal names the person and the day, and leaves it known as cut short", async () => {
    const sql = database.admin();
    await sql`update clinics set is_demo = false where id = ${DEMO_CLINIC_ID}`;
    const twice = [person("theo.papadakis"), person("theo.papadakis")];
    await expect(makeDemoClinic(sql, { content, now: NOW, people: twice })).rejects.toThrow(
      /^the demo clinic could not be made: theo\.papadakis on 2026-03-13: \w+/,
    );
    expect(await demoState(sql)).toBe("cut-short");
  });

  test("just after midnight works too", async () => {
    const sql = database.admin();
    const now = new Date("2026-03-18T00:05:00Z");
    await makeDemoClinic(sql, {
      content,
      now,
      people: [
        person("ruth.sandler"),
        person("rosa.almeida", { startedDaysAgo: 3, beside: person("grace.adeyemi").beside }),
      ],
    });
    const beside = await sql`select p.name, v.title, l.starts_on::text from plans l
      join patients p on p.clinic_id = l.clinic_id and p.id = l.patient_id
      join plan_versions v on v.clinic_id = l.clinic_id and v.plan_id = l.id where p.name = 'Rosa Almeida' order by v.published_at`;
    expect(beside.map(({ starts_on }) => starts_on)).toEqual(["2026-03-13", "2026-03-18"]);
    expect(new Set(beside.map(({ title }) => title)).size).toBe(2);
    expect(await sql`select name from patients order by name`).toEqual([
      { name: "Rosa Almeida" },
      { name: "Ruth Sandler" },
    ]);
  });
});

test("twelve weeks of somebody long in treatment: the same questions four times, whole and with gaps", async () => {
  const sql = database.admin();
  await sql`update clinics set is_demo = false where id = ${DEMO_CLINIC_ID}`;
  await makeDemoClinic(sql, { content, now: NOW, people: [person("ingrid.solberg"), person("brian.hartley")] });
  const rows =
    await sql`select p.email, ((r.due_on - first_value(r.due_on) over (partition by p.id order by r.due_on)) / 7)::int as week,
      (select count(*)::int from jsonb_each(r.answers) where value = 'null') as missing,
      (select s.worst100 is not null from scores s where s.clinic_id = r.clinic_id and s.response_id = r.id and s.subscale = 'function') as scored
    from responses r join patients p on p.clinic_id = r.clinic_id and p.id = r.patient_id
    join instrument_versions v on v.clinic_id = r.clinic_id and v.id = r.instrument_version_id
    join instruments i on i.clinic_id = v.clinic_id and i.id = v.instrument_id
    where i.slug = 'knee-and-hip-index' order by 1, 2`;
  for (const email of ["brian.hartley@example.org", "ingrid.solberg@example.org"]) {
    expect(rows.filter((row) => row.email === email).map(({ week }) => week)).toEqual([0, 4, 8, 12]);
  }
  const last = rows.filter(({ week }) => week === 12);
  expect(last.map(({ scored }) => scored)).toEqual([true, false]);
  expect(last[1]?.missing).toBeGreaterThanOrEqual(5);
  const left = await sql`select 1 from response_drafts d where d.submitted_at is null
    and exists (select from draft_answers a where a.clinic_id = d.clinic_id and a.draft_id = d.id)`;
  expect(left).toHaveLength(1);
});
