import { expect, laterUrl, test } from "../support/e2e/test";

test("the process lives and the database answers", async ({ request }) => {
  for (const portal of ["", laterUrl()]) {
    expect((await request.get(`${portal}/healthz`)).status()).toBe(200);
    expect((await request.get(`${portal}/readyz`)).status()).toBe(200);
  }
});
