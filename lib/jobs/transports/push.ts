import webPush from "web-push";
import type { PushPayload } from "../reminders/push-payload";
import type { SendCode } from "../reminders/vocabulary";

/** Where a browser takes push messages. */
export type PushTarget = { endpoint: string; p256dh: string; auth: string };

/** A message for one browser. It is worth nothing after `ttlSeconds`. */
export type OutgoingPush = { target: PushTarget; payload: PushPayload; ttlSeconds: number };

/** What became of it: accepted, gone for good (404, 410), or neither, with a code. */
export type PushOutcome = "accepted" | "gone" | SendCode;
export type PushTransport = (push: OutgoingPush) => Promise<PushOutcome>;

const PATIENCE_MS = 10_000;

/** What a push service's answer means (RFC 8030, section 5). */
function pushOutcome(status: number): PushOutcome {
  if (status >= 200 && status < 300) return "accepted";
  if (status === 404 || status === 410) return "gone";
  return status >= 500 || status === 429 ? "server" : "refused";
}

/** Sends web push, encrypted to the browser alone. `subject` is a mailto: or https: address at which a push service finds the operator. */
export function webPushTransport(keys: { publicKey: string; privateKey: string; subject: string }): PushTransport {
  return async ({ target: { endpoint, p256dh, auth }, payload, ttlSeconds }) => {
    try {
      const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(payload), {
        vapidDetails: keys,
        TTL: ttlSeconds,
        urgency: "normal",
        // A message that still waits for the phone gives way to a second copy of it.
        topic: payload.tag.replaceAll("-", "").slice(0, 32),
      });
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) {
        if (name.toLowerCase() !== "content-length") headers.set(name, String(value));
      }
      const answer = await fetch(request.endpoint, {
        method: request.method,
        headers,
        body: new Uint8Array(request.body),
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.body?.cancel();
      return pushOutcome(answer.status);
    } catch (error) {
      return error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable";
    }
  };
}
