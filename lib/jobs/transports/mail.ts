import { createTransport } from "nodemailer";
import type { SendCode } from "../reminders/vocabulary";

/** A mail to hand over. `id` becomes its Message-ID, so that mail systems can drop a second copy. */
export type OutgoingMail = {
  id: string;
  to: string;
  subject: string;
  body: string;
  headers?: Record<string, string>;
};

/** Hands a mail over and resolves when it was accepted; rejects with SendError. */
export type MailTransport = (mail: OutgoingMail) => Promise<void>;

/** Why something was not accepted: a code that names nobody. `isFinal` when trying again would not help. */
export class SendError extends Error {
  override readonly name = "SendError";
  constructor(
    readonly code: SendCode,
    readonly isFinal = false,
  ) {
    super(code);
  }
}

/** Less than a stop waits for, so that the one in hand is finished before the process is ended. */
const PATIENCE_MS = 20_000;

const CODES: Record<string, SendCode> = {
  EAUTH: "sign-in",
  ENOAUTH: "sign-in",
  EOAUTH2: "sign-in",
  ETIMEDOUT: "timeout",
  ECONNECTION: "unreachable",
  EDNS: "unreachable",
  ESOCKET: "unreachable",
  ETLS: "unreachable",
  EREQUIRETLS: "unreachable",
  EPROXY: "unreachable",
  EENVELOPE: "refused",
  EMESSAGE: "refused",
};

/** What a mail server's answer means. One that refuses the address or the message for good (5xx) is not asked again. */
function sendErrorOf(error: unknown): SendError {
  if (!(error instanceof Error)) return new SendError("server");
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  const known = typeof code === "string" ? CODES[code] : undefined;
  const isRefusal = known === "refused" && typeof responseCode === "number" && responseCode >= 500;
  return new SendError(known ?? "server", isRefusal);
}

/** Sends over SMTP. `url` is smtp:// or smtps://, `from` an address with or without a name, `host` the name Message-IDs end with. */
export function smtpTransport({ url, from, host }: { url: string; from: string; host: string }): MailTransport {
  return async ({ id, to, subject, body, headers = {} }) => {
    const transport = createTransport({
      url,
      connectionTimeout: PATIENCE_MS / 2,
      greetingTimeout: PATIENCE_MS / 2,
      socketTimeout: PATIENCE_MS / 2,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new SendError("timeout")), PATIENCE_MS);
    });
    try {
      const sending = transport.sendMail({
        from,
        // As an object: an address is never read as a list of them.
        to: { name: "", address: to },
        subject,
        text: body,
        messageId: `<${id}@${host}>`,
        headers: { ...headers, "Auto-Submitted": "auto-generated" },
      });
      await Promise.race([sending, late]);
    } catch (error) {
      throw error instanceof SendError ? error : sendErrorOf(error);
    } finally {
      clearTimeout(timer);
      transport.close();
    }
  };
}
