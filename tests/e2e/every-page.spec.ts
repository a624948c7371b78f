import type { Page } from "@playwright/test";
import type postgres from "postgres";
import { newId } from "@/lib/core/ids";
import type { Role } from "@/lib/identity/vocabulary";
import { copyItem } from "@/lib/library/commands/copy";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { shippedProtocol } from "../support/e2e/records";
import { fill, GUARDED, type Ids, ROUTES } from "../support/e2e/routes";
import { DESKTOP, expect, PHONE, portalUrl, test } from "../support/e2e/test";
import { checkAxe, forgive, shot } from "../support/e2e/watch";
import { actAs } from "../support/e2e/world";

type Signed = { cookie: string };

type Demo = {
  people: Record<Role, Signed>;
  /** Of the library an exercise of the clinic's own. */
  ids: Ids;
  /** The line of the patient's plan that is an article. */
  articleId: string;
  /** An article of the clinic's own. */
  ownArticleId: string;
};

/** One of each role in the demonstration clinic, and the record of a patient who has been there for weeks. */
async function demoPeople(admin: postgres.Sql): Promise<Demo> {
  const [busy] = await admin<{ clinic_id: string; patient_id: string; membership_id: string; plan_id: string }[]>`
    select p.clinic_id, p.id as patient_id, p.membership_id, l.id as plan_id
    from clinics c join patients p on p.clinic_id = c.id join plans l on l.clinic_id = c.id and l.patient_id = p.id
    join responses r on r.clinic_id = c.id and r.patient_id = p.id
    join practice_logs g on g.clinic_id = c.id and g.patient_id = p.id
    where c.is_demo and p.membership_id is not null and l.ends_on is null
    group by 1, 2, 3, 4 order by count(distinct r.id) desc, count(distinct g.id) desc limit 1`;
  if (!busy) throw new Error("the demo clinic has no patient with answers and exercises");
  const members = await admin<{ account_id: string; id: string; role: Role }[]>`
    select account_id, id, role from memberships
    where clinic_id = ${busy.clinic_id} and disabled_at is null and (role <> 'patient' or id = ${busy.membership_id})`;
  const of = (role: Role) => {
    const member = members.find((one) => one.role === role);
    if (!member) throw new Error(`the demo clinic has no ${role}`);
    return actAs(admin, busy.clinic_id, member.account_id, member.id);
  };
  const people = { patient: await of("patient"), clinician: await of("clinician"), admin: await of("admin") };
  const draft = { id: newId(), patientId: busy.patient_id, planId: busy.plan_id };
  await startDraft.execute(people.clinician.person, draft);
  const [item, article] = await Promise.all(
    (["exercise", "article"] as const).map(async (kind) => {
      const [row] = await admin<{ id: string }[]>`select i.id from plan_items i
        join plan_versions v on v.clinic_id = i.clinic_id and v.id = i.plan_version_id
        join plans p on p.clinic_id = v.clinic_id and p.id = v.plan_id and p.current_version = v.number
        where i.patient_id = ${busy.patient_id} and i.kind = ${kind} order by i.id limit 1`;
      return row?.id ?? "";
    }),
  );
  const [log] = await admin<{ id: string }[]>`
    select id from practice_logs where patient_id = ${busy.patient_id} order by performed_at desc limit 1`;
  const [response] = await admin<{ id: string; item_key: string; due_on: string }[]>`
    select id, item_key, due_on::text from responses r where patient_id = ${busy.patient_id} and source = 'portal'
      and not exists (select from responses later where later.clinic_id = r.clinic_id and later.corrects_id = r.id)
    order by submitted_at desc limit 1`;
  const copyOf = async (slug: string) => {
    const copyId = newId();
    const [shipped] = await admin<{ id: string }[]>`
      select id from library_items where clinic_id = ${busy.clinic_id} and slug = ${slug}`;
    await copyItem.execute(people.clinician.person, { id: copyId, fromItemId: shipped?.id ?? "" });
    return copyId;
  };
  const libraryId = await copyOf("clamshell");
  const ownArticleId = await copyOf("knock-knees-and-back-pain");
  const ids: Ids = {
    id: busy.patient_id,
    patientId: busy.patient_id,
    slug: "knee-and-hip-index",
    slot: "lefs",
    planId: busy.plan_id,
    libraryId,
    protocolId: await shippedProtocol(admin, busy.clinic_id),
    mediaId: newId(),
    itemId: item ?? "",
    logId: log?.id ?? "",
    itemKey: response?.item_key ?? "",
    dueOn: response?.due_on ?? "",
    responseId: response?.id ?? "",
  };
  return { people, ids, articleId: article ?? "", ownArticleId };
}

/** One heading, no sideways scrolling, and nothing axe complains of. */
async function expectSound(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const { wide, view } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }));
  expect(wide, `${path} is wider than the screen`).toBeLessThanOrEqual(view);
  await checkAxe(page);
  await shot(page, name);
}

/** What under /api is for a person is a file. */
const isPage = (route: string) => !route.startsWith("/api/");

/** Pages of questionnaires that look otherwise: with flags and no score, with several rules, with one chosen. */
const QUESTIONNAIRES = [
  "/questionnaires/safety-screen-knee-and-back",
  "/questionnaires/licensed/womac-likert",
  "/questionnaires/past-results?slug=knee-and-hip-index",
];

/** One questionnaire of each way to answer. */
const ON_PAPER = ["knee-and-hip-index", "knee-and-hip-index-vas", "three-activities", "giving-way-diary"];

const LOOKS = [
  { name: "on a phone in the dark", screen: PHONE, colorScheme: "dark" },
  { name: "on a desk in the light", screen: DESKTOP, colorScheme: "light" },
] as const;

for (const { name, screen, colorScheme } of LOOKS) {
  for (const role of ["patient", "clinician", "admin"] as const) {
    test(`every page of a ${role} is sound ${name}`, async ({ device, admin }) => {
      test.setTimeout(180_000);
      const { people, ids, articleId, ownArticleId } = await demoPeople(admin);
      const page = await device({ ...screen, colorScheme });
      const [key = "", value = ""] = people[role].cookie.split("=");
      await page.context().addCookies([{ name: key, value, url: portalUrl() }]);
      for (const { route } of GUARDED.filter((row) => row.roles.includes(role) && isPage(row.route))) {
        const path = fill(route, route === "/read/[itemId]" ? { ...ids, itemId: articleId } : ids);
        await expectSound(page, path, `${role}-${colorScheme}${route.replace(/\W+/g, "-")}`);
      }
      const forms = ["/library/new?kind=article", `/library/${ownArticleId}`, `/library/${ownArticleId}/edit`];
      for (const [at, path] of (role === "clinician" ? forms : []).entries()) {
        await expectSound(page, path, `${role}-${colorScheme}-article-${at + 1}`);
      }
      for (const [at, path] of (role === "clinician" ? QUESTIONNAIRES : []).entries()) {
        await expectSound(page, path, `${role}-${colorScheme}-questionnaire-${at + 1}`);
      }
      for (const slug of role === "clinician" ? ON_PAPER : []) {
        await expectSound(
          page,
          `/patients/${ids.id}/answers/paper?slug=${slug}`,
          `${role}-${colorScheme}-paper-${slug}`,
        );
      }
    });
  }

  test(`every page for everybody is sound ${name}`, async ({ device }) => {
    const page = await device({ ...screen, colorScheme });
    forgive(page, /404 \(Not Found\)/);
    const pages = [
      "/sign-in",
      "/offline",
      "/reset",
      "/outbox",
      "/invitation/nothing",
      "/reset/nothing",
      "/reminders/off/nothing",
      "/no-such-page",
    ];
    const open = ROUTES.filter(({ opens }) => !Array.isArray(opens)).map(({ route }) => route);
    for (const path of pages) await expectSound(page, path, `everybody-${colorScheme}${path.replace(/\W+/g, "-")}`);
    const seen = pages.map((path) => path.replace(/(invitation|reset|off)\/nothing/, "$1/[token]"));
    const NOT_PAGES = [
      "/",
      "/healthz",
      "/readyz",
      "/icon.svg",
      "/apple-icon.png",
      "/manifest.webmanifest",
      "/api/auth/[...nextauth]",
      "/api/calendar/[token]",
      "/api/reminders/off/[token]",
      "/sign-in/code",
    ];
    expect(open.filter((route) => ![...seen, ...NOT_PAGES].includes(route) && !route.startsWith("/_"))).toEqual([]);
  });
}
