import type { MailTransport, OutgoingMail } from "@/lib/jobs/transports/mail";
import type { OutgoingPush, PushOutcome, PushTransport } from "@/lib/jobs/transports/push";

/** A mail transport that counts, and fails as it is told. */
export function countingMail(fail?: (mail: OutgoingMail, before: number) => Error | null) {
  const sent: OutgoingMail[] = [];
  const tries: OutgoingMail[] = [];
  const mail: MailTransport = async (one) => {
    const failure = fail?.(one, tries.filter(({ id }) => id === one.id).length);
    tries.push(one);
    if (failure) throw failure;
    sent.push(one);
  };
  return { mail, sent, tries };
}

/** The same for push; `outcome` says what becomes of each, by its address. */
export function countingPush(outcome: (endpoint: string) => PushOutcome = () => "accepted") {
  const tries: OutgoingPush[] = [];
  const push: PushTransport = async (one) => {
    tries.push(one);
    return outcome(one.target.endpoint);
  };
  return { push, tries };
}
