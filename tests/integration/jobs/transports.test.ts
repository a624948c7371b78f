import { createECDH, randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pushPayload, readPushPayload } from "@/lib/jobs/reminders/push-payload";
import { SendError, smtpTransport } from "@/lib/jobs/transports/mail";
import { webPushTransport } from "@/lib/jobs/transports/push";
import { openedPush, type PushKeys, vapidClaims } from "@/tests/support/push-reader";
import { deviceForm } from "@/tests/support/reminders";
import { type SmtpSink, smtpSink } from "@/tests/support/smtp-sink";

describe("mail over SMTP", () => {
  let sink: SmtpSink;
  beforeAll(async () => {
    sink = await smtpSink();
  });
  beforeEach(() => {
    sink.accepted.length = 0;
    sink.answer = { recipient: "250 OK", message: "250 OK" };
  });
  afterAll(() => sink.close());

  const send = (changes: { to?: string; subject?: string; url?: string } = {}) => {
    const { to = "pat@example.test", subject = "Your exercises are waiting", url = sink.url } = changes;
    const headers = {
      "List-Unsubscribe": "<https://portal.example.org/off>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    };
    const transport = smtpTransport({ url, from: "Riverside <portal@example.org>", host: "portal.example.org" });
    return transport({ id: "0199aaaa", to, subject, body: "Hello,\n\nzażółć\n", headers });
  };
  const failure = async (work: Promise<void>) => {
    try {
      await work;
    } catch (error) {
      if (error instanceof SendError) return { code: error.code, isFinal: error.isFinal };
      throw error;
    }
    return null;
  };

  test("bears its row's id, the way to stop it, and whom it comes from", async () => {
    await send();
    const [mail] = sink.accepted;
    expect(mail).toMatchObject({ to: "pat@example.test", messageId: "0199aaaa" });
    for (const wanted of [
      /^Message-ID: <0199aaaa@portal\.example\.org>\r$/m,
      /^List-Unsubscribe: <https:\/\/portal\.example\.org\/off>\r$/m,
      /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m,
      /^From: Riverside <portal@example\.org>\r$/m,
      /^Auto-Submitted: auto-generated\r$/m,
    ]) {
      expect(mail?.text).toMatch(wanted);
    }
  });

  test("lets no address add another, and no subject a header", async () => {
    await failure(send({ to: "pat@example.test, eve@example.test" }));
    await failure(send({ subject: "Hi\r\nBcc: eve@example.test" }));
    for (const { to, text } of sink.accepted) {
      expect(to).not.toBe("eve@example.test");
      expect(text).not.toMatch(/^Bcc:/m);
    }
  });

  test.each([
    ["550 no such person", "250 OK", { code: "refused", isFinal: true }],
    ["450 try again", "250 OK", { code: "refused", isFinal: false }],
    ["250 OK", "554 not wanted", { code: "refused", isFinal: true }],
    ["250 OK", "451 in a moment", { code: "refused", isFinal: false }],
  ])("answered %s and %s is not sent", async (recipient, message, wanted) => {
    sink.answer = { recipient, message };
    expect(await failure(send())).toEqual(wanted);
  });

  test("to a server that is not there is tried again", async () => {
    expect(await failure(send({ url: "smtp://127.0.0.1:1" }))).toEqual({ code: "unreachable", isFinal: false });
  });
});

describe("web push", () => {
  let server: Server;
  let address = "";
  let answer = { status: 201, headers: {} as Record<string, string> };
  const asked: { headers: IncomingHttpHeaders; body: Buffer; url: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        asked.push({ headers: request.headers, body: Buffer.concat(parts), url: request.url ?? "" });
        response.writeHead(answer.status, answer.headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const at = server.address();
    address = at && typeof at === "object" ? `http://127.0.0.1:${at.port}` : "";
  });
  beforeEach(() => {
    asked.length = 0;
  });
  afterAll(() => server.close());

  const payload = pushPayload({ id: "0199aaaa-0000-7000-8000-000000000001", hasExercises: true });
  const send = (endpoint = `${address}/push/1`, { p256dh, auth }: Omit<PushKeys, "privateKey"> = deviceForm()) => {
    const keys = { publicKey: process.env.VAPID_PUBLIC_KEY ?? "", privateKey: process.env.VAPID_PRIVATE_KEY ?? "" };
    const push = webPushTransport({ ...keys, subject: "mailto:portal@example.org" });
    return push({ target: { endpoint, p256dh, auth }, payload, ttlSeconds: 60 });
  };

  test("is sealed for the browser, signed by the portal, and worth nothing after its time", async () => {
    answer = { status: 201, headers: {} };
    expect(await send()).toBe("accepted");
    const [one] = asked;
    expect(one?.headers).toMatchObject({
      "content-encoding": "aes128gcm",
      ttl: "60",
      topic: "0199aaaa000070008000000000000001",
      authorization: expect.stringMatching(/^vapid t=[^,]+, k=/),
    });
    expect(one?.body.toString("latin1")).not.toContain("exercises");
  });

  test("is opened by the browser it was sealed for, by the rules alone, and by no other", async () => {
    answer = { status: 201, headers: {} };
    const browser = (): PushKeys => {
      const pair = createECDH("prime256v1");
      const p256dh = pair.generateKeys("base64url");
      // Node leaves out zeros at the front of a private key.
      const privateKey = pair.getPrivateKey("hex").padStart(64, "0");
      return {
        p256dh,
        privateKey: Buffer.from(privateKey, "hex").toString("base64url"),
        auth: randomBytes(16).toString("base64url"),
      };
    };
    const [own, other] = [browser(), browser()];
    await send(undefined, own);
    await send(undefined, own);
    const [first, second] = asked.map(({ body }) => body);
    if (!first || !second) throw new Error("nothing came");
    expect(JSON.parse(openedPush(first, own))).toEqual(payload);
    expect(first.subarray(0, 16)).not.toEqual(second.subarray(0, 16));
    expect(() => openedPush(first, other)).toThrow();
    expect(() => openedPush(first, { ...own, auth: other.auth })).toThrow();
    const changed = Buffer.from(first);
    changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
    expect(() => openedPush(changed, own)).toThrow();
  });

  test("says who sends it, to whom and for how long, and signs that", async () => {
    answer = { status: 201, headers: {} };
    await send();
    const { aud, exp, sub, key } = vapidClaims(asked[0]?.headers.authorization ?? "");
    expect({ aud, sub, key }).toEqual({
      aud: address,
      sub: "mailto:portal@example.org",
      key: process.env.VAPID_PUBLIC_KEY,
    });
    const left = exp - Date.now() / 1000;
    expect(left).toBeGreaterThan(60);
    expect(left).toBeLessThanOrEqual(86_400);
  });

  test("is opened by a reader that opens the example the rules give (RFC 8291, section 5)", () => {
    const body =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
    const keys = {
      privateKey: "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
      p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
      auth: "BTBZMqHH6r4Tts7J_aSIgg",
    };
    expect(openedPush(Buffer.from(body, "base64url"), keys)).toBe("When I grow up, I want to be a watermelon");
  });

  test.each([
    [200, "accepted"],
    [404, "gone"],
    [410, "gone"],
    [400, "refused"],
    [403, "refused"],
    [413, "refused"],
    [429, "server"],
    [503, "server"],
  ])("answered %i is %s", async (status, outcome) => {
    answer = { status, headers: {} };
    expect(await send()).toBe(outcome);
  });

  test("follows no address it is sent on to", async () => {
    answer = { status: 307, headers: { Location: `${address}/elsewhere` } };
    expect(await send()).toBe("unreachable");
    expect(asked.map(({ url }) => url)).toEqual(["/push/1"]);
  });

  test("to nowhere, or with keys that are none, is no fault", async () => {
    expect(await send("http://127.0.0.1:1/push")).toBe("unreachable");
  });

  test("holds what a service worker can read, and nothing else is read", () => {
    expect(readPushPayload(JSON.stringify(payload))).toEqual(payload);
    expect(payload).toMatchObject({ body: "Your exercises are waiting.", url: "/today" });
    expect(pushPayload({ id: "a", hasExercises: false }).body).toBe("Your list for today is waiting.");
    for (const text of ["", "{", "null", "{}", JSON.stringify({ ...payload, url: "https://evil.example" })]) {
      expect(readPushPayload(text)).toBeNull();
    }
    expect(readPushPayload(JSON.stringify({ ...payload, url: "//evil.example" }))).toBeNull();
  });
});
