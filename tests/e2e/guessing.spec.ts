import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "../support/e2e/test";
import { freshEmail, makeWorld } from "../support/e2e/world";

const ADDRESSES = 20;
const TRIES = 30;
const MOST_TRIES = 10;

/** One try at a password over HTTP, with the forged word of a proxy for where it comes from: the outcome's code. */
async function guess(request: APIRequestContext, email: string, password: string, address: string): Promise<string> {
  const headers = { "X-Forwarded-For": address, "X-Real-IP": address, Forwarded: `for=${address}` };
  const { csrfToken } = (await (await request.get("/api/auth/csrf", { headers })).json()) as { csrfToken: string };
  const form = { email, password, csrfToken, json: "true", callbackUrl: "/" };
  const answer = await request.post("/api/auth/callback/password", { headers, form });
  const { url } = (await answer.json()) as { url: string };
  return new URL(url).searchParams.get("error") ?? "in";
}

test("guessing is bounded for each account, wherever it says it comes from, and the same for one that never was", async ({
  request,
  admin,
}) => {
  test.setTimeout(60_000);
  const { clinician } = await makeWorld(admin);
  for (const email of [clinician.email, freshEmail("nobody")]) {
    const outcomes: string[] = [];
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      outcomes.push(await guess(request, email, `a wrong guess ${attempt}`, `203.0.113.${1 + (attempt % ADDRESSES)}`));
    }
    expect(outcomes).toEqual([
      ...Array.from({ length: MOST_TRIES }, () => "CredentialsSignin"),
      ...Array.from({ length: TRIES - MOST_TRIES }, () => "too-many"),
    ]);
  }
  expect(await guess(request, clinician.email, clinician.password, "198.51.100.7")).toBe("too-many");
});
