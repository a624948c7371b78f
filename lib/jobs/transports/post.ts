import { env } from "@/lib/core/env";
import { type MailTransport, smtpTransport } from "./mail";
import { type PushTransport, webPushTransport } from "./push";

/** What can be sent with: null for what the operator has not set up. */
export type Post = { mail: MailTransport | null; push: PushTransport | null };

/** Whether mail and push messages can be sent from here, by the settings. */
export function sendable(): { mail: boolean; push: boolean } {
  const { SMTP_URL, VAPID_PRIVATE_KEY } = env();
  return { mail: SMTP_URL !== undefined, push: VAPID_PRIVATE_KEY !== undefined };
}

/** How a push service reaches the operator: the sender's address of mail, or the portal itself. */
function pushSubject(publicUrl: string, from: string | undefined): string {
  const address = from && /<?([^<>\s]+@[^<>\s]+?)>?$/.exec(from)?.[1];
  if (address) return `mailto:${address}`;
  return publicUrl.startsWith("https:") ? publicUrl : `mailto:portal@${new URL(publicUrl).hostname}`;
}

/** The transports of the settings. */
export function postOf(): Post {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL, VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = env();
  const { hostname } = new URL(PUBLIC_URL);
  return {
    mail: SMTP_URL && MAIL_FROM ? smtpTransport({ url: SMTP_URL, from: MAIL_FROM, host: hostname }) : null,
    push:
      VAPID_PUBLIC_KEY && VAPID_PRIVATE_KEY
        ? webPushTransport({
            publicKey: VAPID_PUBLIC_KEY,
            privateKey: VAPID_PRIVATE_KEY,
            subject: pushSubject(PUBLIC_URL, MAIL_FROM),
          })
        : null,
  };
}
