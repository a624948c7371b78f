import type { APIResponse } from "@playwright/test";
import { newId } from "@/lib/core/ids";
import { expect, test } from "../support/e2e/test";
import { makePatient, makeWorld, type PatientAccount, type World } from "../support/e2e/world";
import { putPhotoIn } from "../support/photo";

let world: World;
let patient: PatientAccount;

test.beforeAll(async ({ admin }) => {
  world = await makeWorld(admin);
  patient = await makePatient(admin, world);
});

type Kind = { name: string; path: () => string; status: number; as?: () => string };

const KINDS: Kind[] = [
  { name: "a page for everybody", path: () => "/sign-in", status: 200 },
  { name: "a redirect", path: () => "/", status: 307 },
  { name: "a patient's page", path: () => "/today", status: 200, as: () => patient.cookie },
  { name: "a clinician's page", path: () => "/worklist", status: 200, as: () => world.clinician.cookie },
  {
    name: "a patient's record",
    path: () => `/patients/${patient.patientId}`,
    status: 200,
    as: () => world.clinician.cookie,
  },
  { name: "the page for when there is no network", path: () => "/offline", status: 200 },
  { name: "the service worker", path: () => "/sw.js?build=one", status: 200 },
  { name: "what makes it an app", path: () => "/manifest.webmanifest", status: 200 },
  { name: "what a device asks after", path: () => "/api/sync", status: 200, as: () => patient.cookie },
  { name: "a page that is not there", path: () => "/no-such-page", status: 404 },
  { name: "a page one may not see", path: () => "/worklist", status: 404, as: () => patient.cookie },
  { name: "a closed invitation", path: () => "/invitation/no-such-token", status: 200 },
  { name: "the sign-in shell", path: () => "/api/auth/csrf", status: 200 },
  { name: "a closed door of the sign-in shell", path: () => "/api/auth/session", status: 404 },
  { name: "an address of nothing under api", path: () => "/api/no-such-thing", status: 404 },
  { name: "the sign of life", path: () => "/healthz", status: 200 },
  { name: "the sign of readiness", path: () => "/readyz", status: 200 },
  { name: "the image resizer", path: () => "/_next/image?url=%2Ficon.svg&w=64&q=75", status: 404 },
];

/** The directives of a security policy by name. */
function directives(response: APIResponse): Map<string, string[]> {
  const policy = response.headers()["content-security-policy"] ?? "";
  return new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

const nonceOf = (response: APIResponse) =>
  directives(response)
    .get("script-src")
    ?.find((source) => source.startsWith("'nonce-"))
    ?.slice("'nonce-".length, -1);

function expectStrict(response: APIResponse): void {
  const policy = directives(response);
  const all = [...policy.values()].flat();
  expect(all).not.toContain("'unsafe-inline'");
  expect(all).not.toContain("'unsafe-eval'");
  for (const name of ["object-src", "base-uri", "frame-ancestors"]) expect(policy.get(name), name).toEqual(["'none'"]);
  expect(policy.get("default-src")).toEqual(["'self'"]);
  expect(policy.get("form-action")).toEqual(["'self'"]);
  expect(policy.get("worker-src")).toEqual(["'self'"]);
  expect(policy.get("manifest-src")).toEqual(["'self'"]);
  expect(policy.get("script-src")).toContain("'strict-dynamic'");
  expect(nonceOf(response) ?? "").toMatch(/^[A-Za-z0-9+/=]{22,}$/);
}

function expectSafe(response: APIResponse): void {
  const headers = response.headers();
  expect(headers["strict-transport-security"]).toMatch(/^max-age=(?:[3-9]\d{7}|\d{9,})/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers.server).toBeUndefined();
}

for (const { name, path, status, as } of KINDS) {
  test(`${name} carries every header`, async ({ request }) => {
    const ask = () => request.get(path(), { maxRedirects: 0, headers: as ? { Cookie: as() } : {} });
    const [first, second] = [await ask(), await ask()];
    expect(first.status()).toBe(status);
    for (const response of [first, second]) {
      expectStrict(response);
      expectSafe(response);
      expect(response.headers()["cache-control"]).toMatch(/\bno-store\b/);
      expect(response.headers()["cache-control"]).not.toMatch(/\bpublic\b|max-age=[1-9]/);
    }
    expect(nonceOf(first)).not.toBe(nonceOf(second));
  });
}

test("what a form of another build sends is answered with every header too", async ({ request }) => {
  const response = await request.post("/sign-in", { headers: { "Next-Action": "0".repeat(42) }, data: "[]" });
  expect(response.status()).toBe(409);
  expectStrict(response);
  expectSafe(response);
});

test("every script of a page carries the nonce, and no element a style of its own", async ({ request }) => {
  for (const [path, cookie] of [
    ["/sign-in", ""],
    ["/today", patient.cookie],
    ["/worklist", world.clinician.cookie],
    ["/no-such-page", ""],
  ] as const) {
    const response = await request.get(path, { headers: { Cookie: cookie } });
    const html = await response.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonceOf(response)}"`))).toEqual([]);
    expect(html.match(/<style\b(?![^>]*nonce=)[^>]*>|<[a-z][^>]*\sstyle="[^"]*"/g) ?? [], path).toEqual([]);
    expect(html.match(/<[a-z][^>]*\son[a-z]+="/g) ?? [], path).toEqual([]);
  }
});

test("what is the same for everybody may be kept, and nothing else of it is laxer", async ({ request }) => {
  const html = await (await request.get("/sign-in")).text();
  const files = [...html.matchAll(/"(\/_next\/static\/[^"?\\]+\.(?:js|css|woff2))/g)].map((match) => match[1] ?? "");
  expect(files.length).toBeGreaterThan(0);
  for (const file of new Set(files)) {
    const response = await request.get(file);
    expect(response.status(), file).toBe(200);
    expectSafe(response);
    expect(response.headers()["cache-control"]).toMatch(/immutable/);
  }
});

test("a photo is kept for whoever may see it, and by their own browser alone; nothing else of it is laxer", async ({
  request,
}) => {
  const ask = (mediaId: string) =>
    request.get(`/api/media/${mediaId}`, { headers: { Cookie: world.clinician.cookie }, maxRedirects: 0 });
  const [shown, absent] = [await ask(await putPhotoIn(world.clinician.person)), await ask(newId())];
  expect([shown.status(), absent.status()]).toEqual([200, 404]);
  for (const response of [shown, absent]) {
    expectStrict(response);
    expectSafe(response);
    expect(response.headers().vary).toMatch(/\bcookie\b/i);
  }
  expect(shown.headers()["content-type"]).toBe("image/webp");
  expect(shown.headers()["content-disposition"]).toBe("inline");
  expect(shown.headers()["cache-control"]).toMatch(/^private, max-age=\d+, immutable$/);
  expect(absent.headers()["cache-control"]).toBe("private, no-store");
  expect((await absent.body()).length).toBe(0);
});

test("the cookie of a sign-in is kept from scripts and from other sites", async ({ playwright, baseURL }) => {
  const visitor = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const { csrfToken } = await (await visitor.get("/api/auth/csrf")).json();
  const { email, password } = world.clinician;
  const answer = await visitor.post("/api/auth/callback/password", {
    form: { email, password, csrfToken, json: "true", callbackUrl: baseURL ?? "" },
  });
  expect(answer.status()).toBe(200);
  const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie");
  const session = cookies.find(({ value }) => value.startsWith("plumbline="))?.value ?? "";
  expect(session).toMatch(/^plumbline=[A-Za-z0-9_-]{43};/);
  expect(session).toMatch(/; Path=\//i);
  expect(cookies.length).toBeGreaterThan(0);
  for (const { value } of cookies) {
    expect(value).toMatch(/; HttpOnly/i);
    expect(value).toMatch(/; SameSite=Lax/i);
  }
  await visitor.dispose();
});
