import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { z } from "zod";
import { newId } from "@/lib/core/ids";
import type { Role } from "@/lib/identity/vocabulary";
import { startDraft } from "@/lib/plans/commands/start-draft";
import { startCorrection } from "@/lib/questionnaires/commands/start-correction";
import {
  answerQuestions,
  bringWordsIn,
  linesOf,
  logOnce,
  ownExercise,
  photoInPlan,
  shippedProtocol,
} from "../support/e2e/records";
import { fill, GUARDED, type Ids, invented, ROUTES } from "../support/e2e/routes";
import { expect, test } from "../support/e2e/test";
import { makePatient, makeWorld, type PatientAccount, type World } from "../support/e2e/world";

const ROOT = join(import.meta.dirname, "../..");
const NAME = "Quillon Abernathy-Zeist";
const GOAL = "To carry the zinnias up the garden again";

const WITH_IDS = GUARDED.filter(({ route }) => route.includes("["));

let home: World;
let away: World;
let patient: PatientAccount;
let neighbour: PatientAccount;
let foreigner: PatientAccount;
let reading: Ids;
let answering: Ids;
let answeringPatient: PatientAccount;

test.beforeAll(async ({ admin }) => {
  [home, away] = [await makeWorld(admin), await makeWorld(admin)];
  patient = await makePatient(admin, home, { name: NAME, goal: GOAL });
  answeringPatient = await makePatient(admin, home, { name: NAME, goal: GOAL });
  neighbour = await makePatient(admin, home, { name: "Nia Neighbour" });
  foreigner = await makePatient(admin, away, { name: "Fay Foreign" });
  const mediaId = await photoInPlan(home, patient);
  const draft = { id: newId(), patientId: patient.patientId, planId: patient.planId };
  await startDraft.execute(home.clinician.person, draft);
  const { logId, line } = await logOnce(admin, patient);
  const { itemKey, dueOn, responseId } = await answerQuestions(admin, patient, { count: 24, value: 2, isSent: true });
  await startCorrection.execute(patient.person, { id: newId(), responseId });
  const open = await answerQuestions(admin, answeringPatient, { count: 3, value: 1, isSent: false });
  const [article] = await linesOf(admin, patient, "article");
  const libraryId = await ownExercise(admin, home);
  reading = {
    id: patient.patientId,
    patientId: patient.patientId,
    slug: await bringWordsIn(home, "phq-2"),
    slot: "womac-likert",
    planId: patient.planId ?? "",
    libraryId,
    protocolId: await shippedProtocol(admin, home.id),
    mediaId,
    logId,
    itemId: line.id,
    itemKey,
    dueOn,
    responseId,
  };
  answering = { ...reading, itemKey: open.itemKey, dueOn: open.dueOn, itemId: article?.id ?? "" };
});

/** A sent questionnaire sends on to its result, so its own pages are tried with one that is still open. */
const isAnswering = (route: string) => route.startsWith("/questions/[");
const ownerOf = (route: string) => (isAnswering(route) ? answeringPatient : patient);
const idsOf = (route: string) => (isAnswering(route) || route.startsWith("/read/") ? answering : reading);

const get = (request: APIRequestContext, path: string, cookie = "", headers: Record<string, string> = {}) =>
  request.get(path, { maxRedirects: 0, headers: { ...headers, ...(cookie && { Cookie: cookie }) } });

/** What an answer says once its own nonce and the ids that were asked for are taken out. */
async function wordsOf(response: APIResponse, ids: Ids): Promise<string> {
  const nonce = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1] ?? "";
  let text = `${response.status()} ${response.headers().location ?? ""}\n${await response.text()}`;
  for (const [name, id] of Object.entries(ids)) text = text.replaceAll(id, `<${name}>`);
  return text.replaceAll(nonce, "<nonce>");
}

const cookieOf = (role: Role, world: World, own: PatientAccount) =>
  role === "patient" ? own.cookie : role === "clinician" ? world.clinician.cookie : world.admin.cookie;

test("the routes of the build are the routes of this list", () => {
  const built = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(join(ROOT, ".next/app-path-routes-manifest.json"), "utf8")));
  expect([...new Set(Object.values(built))].sort()).toEqual(ROUTES.map(({ route }) => route).sort());
});

for (const { route, opens, path } of ROUTES.filter((row) => !Array.isArray(row.opens))) {
  test(`${route} opens for ${opens}`, async ({ request }) => {
    const address = path ?? fill(route, reading);
    const people = [patient.cookie, home.clinician.cookie, home.admin.cookie];
    const signedOut = (await get(request, address)).status();
    const signedIn = await Promise.all(people.map(async (cookie) => (await get(request, address, cookie)).status()));
    if (opens === "everybody") expect([signedOut, ...signedIn]).toEqual([200, 200, 200, 200]);
    if (opens === "visitors") expect([signedOut, ...signedIn]).toEqual([200, 307, 307, 307]);
    if (opens === "sends-on") expect([signedOut, ...signedIn]).toEqual([307, 307, 307, 307]);
    if (opens === "nobody") expect([signedOut, ...signedIn]).toEqual([404, 404, 404, 404]);
  });
}

for (const { route, roles } of GUARDED) {
  test(`${route} opens for ${roles.join(" and ")}`, async ({ request }) => {
    const path = fill(route, idsOf(route));
    const signedOut = await get(request, path);
    expect(signedOut.status()).toBe(307);
    expect(signedOut.headers().location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    for (const role of ["patient", "clinician", "admin"] as const) {
      const answer = await get(request, path, cookieOf(role, home, ownerOf(route)));
      expect(answer.status(), role).toBe(roles.includes(role) ? 200 : 404);
      if (!roles.includes(role)) {
        const text = await answer.text();
        for (const secret of [NAME, GOAL]) expect(text).not.toContain(secret);
      }
    }
  });
}

/** What the portal knows of published questionnaires is the same for every clinic. */
const isEverybodys = (route: string) => route.includes("[slot]");

for (const { route, roles } of WITH_IDS.filter((row) => !isEverybodys(row.route))) {
  test(`${route}: somebody else's id is answered like one that never was`, async ({ request }) => {
    const ids = idsOf(route);
    const nothing = invented(ids);
    // A patient of the same clinic is a stranger to every page of one: those of the staff are closed to their role besides.
    const staff = roles.filter((role) => role !== "patient").map((role) => cookieOf(role, away, foreigner));
    const strangers = [neighbour.cookie, ...(roles.includes("patient") ? [foreigner.cookie] : []), ...staff];
    const rsc = { RSC: "1", "Next-Url": "/" };
    for (const cookie of [...strangers, ""]) {
      for (const headers of [{}, rsc]) {
        const theirs = await get(request, fill(route, ids), cookie, headers);
        const nobodys = await get(request, fill(route, nothing), cookie, headers);
        if (cookie && headers !== rsc) expect(theirs.status()).toBe(404);
        const words = await wordsOf(theirs, ids);
        expect(words).toBe(await wordsOf(nobodys, nothing));
        for (const secret of [NAME, GOAL]) expect(words).not.toContain(secret);
      }
    }
  });
}

for (const { route, roles } of WITH_IDS) {
  test(`${route}: what is no id at all is not found either`, async ({ request }) => {
    const odd = ["1", "..%2F..%2Fetc", "%00", "'%20or%201=1--", "null", "undefined", "%F0%9F%8D%8B", "a".repeat(2000)];
    for (const value of odd) {
      const path = route.replace(/\[\w+\]/g, value);
      const role = roles[0] ?? "patient";
      const answer = await get(request, path, cookieOf(role, home, ownerOf(route)));
      expect([400, 404], path).toContain(answer.status());
    }
  });
}
