import type { OutgoingState } from "./outgoing";
import type { Outgoing } from "./outgoing-rules";
import { thingsIn } from "./things";

/** How many things, in words. */
export const things = (count: number) => (count === 1 ? "1 thing" : `${count} things`);
const wait = (count: number) => `${things(count)} ${count === 1 ? "waits" : "wait"}`;

/** One line about the network and what waits; empty when there is nothing to say. */
export function statusInWords({ items, status, isKept }: OutgoingState, isOnline: boolean, hasSent: boolean): string {
  const waiting = thingsIn(items.filter(({ refusal }) => refusal === null)).length;
  const refused = items.filter(({ refusal }) => refusal !== null).length;
  const lines: string[] = [];
  if (!isOnline) lines.push("Offline.");
  if (waiting > 0) {
    if (!isKept) lines.push("This phone has no room left. Keep this page open until all is sent.");
    else if (status === "signed-out") lines.push(`Sign in again, and ${things(waiting)} can be sent.`);
    else if (status === "sending") lines.push(`Sending ${things(waiting)}.`);
    else lines.push(`${wait(waiting)} on this phone.`);
  } else if (!isOnline) lines.push("What you do is kept and sent later.");
  if (refused > 0) lines.push(`${things(refused)} could not be sent.`);
  if (lines.length === 0 && hasSent) return "All sent.";
  return lines.join(" ");
}

/** What somebody can do about something the clinic would not have. */
export function wayOut({ kind }: Pick<Outgoing, "kind">): string {
  switch (kind) {
    case "practice.record":
    case "practice.finish-session":
      return "If it matters, tell your physiotherapist about it. Then you can remove it here.";
    case "practice.correct":
      return "Look under Your days to see what we hold. Then you can remove this.";
    case "practice.mark-read":
      return "Your reading list shows what there is to read now. You can remove this.";
    default:
      return "Your questions show what is open now. You can answer there, and remove this.";
  }
}
