import type { Result } from "@/lib/core/errors";
import type { SyncKind } from "./kinds";

/** Something to be sent to the clinic. Its id makes sending it twice the same thing sent twice. */
export type Outgoing = {
  key: string;
  id: string;
  /** The member it belongs to: it is sent in nobody else's name. */
  who: string;
  kind: SyncKind;
  body: Readonly<Record<string, unknown>>;
  /** What it is, for the person it belongs to. */
  words: string;
  /** Its place in the order; rises. */
  seq: number;
  /** When it was given, in milliseconds of the device's clock. */
  givenAt: number;
  /** Why the clinic would not have it, in plain words; null while it waits. */
  refusal: string | null;
  /** How often the clinic was there and could not take it. */
  tries: number;
  /** When the clinic had it, in milliseconds of the device's clock; null until then. */
  sentAt: number | null;
  /** The copy of a questionnaire that was open already, where this one asked for a new one. */
  standsFor: string | null;
};

/** What the clinic said; null when it could not be reached. */
export type Answer = Result<unknown> | null;

/** After so many tries that failed at the clinic's end, what comes behind goes first. */
const PATIENCE = 3;
/** So many that were sent are remembered, to be shown. */
const REMEMBERED = 30;

const idOf = (kind: SyncKind, body: Readonly<Record<string, unknown>>) =>
  String(kind === "questionnaires.save-answer" ? `${body.draftId}/${body.itemId}` : body.id);

/** What is to be sent, before it has its place in the order. An answer to a question takes the place of an older one to it. */
export function newOutgoing(
  given: Pick<Outgoing, "who" | "kind" | "body" | "words">,
  givenAt: number,
): Omit<Outgoing, "seq"> {
  const id = idOf(given.kind, given.body);
  const key = `${given.who} ${given.kind} ${id}`;
  return { ...given, key, id, givenAt, refusal: null, tries: 0, sentAt: null, standsFor: null };
}

/** Whether something given again takes the place of what is kept: a newer answer does, and what was refused may be tried anew. */
export function replaces(given: Pick<Outgoing, "kind">, kept: Outgoing | undefined): boolean {
  if (!kept) return true;
  return given.kind === "questionnaires.save-answer" || (kept.refusal !== null && kept.sentAt === null);
}

/** The questionnaire something belongs to: its parts go one after another, and none past one that was refused. */
export function chainOf({ kind, body }: Pick<Outgoing, "kind" | "body">): string | null {
  if (!kind.startsWith("questionnaires.")) return null;
  return String(kind === "questionnaires.open-draft" ? body.id : body.draftId);
}

const isOpen = ({ refusal, sentAt }: Outgoing) => refusal === null && sentAt === null;

/** The next to be sent, oldest first; null when nothing can be. `passed` are those that had their turn and failed. */
export function nextToSend(items: readonly Outgoing[], passed: ReadonlySet<string>): Outgoing | null {
  const stopped = new Set(
    items.filter((item) => item.refusal !== null || passed.has(item.key)).flatMap((item) => chainOf(item) ?? []),
  );
  return items.find((item) => isOpen(item) && !passed.has(item.key) && !stopped.has(chainOf(item) ?? "")) ?? null;
}

/** The body as it goes out: for a copy that another device had opened before, that copy is named. */
export function bodyToSend(item: Outgoing, items: readonly Outgoing[]): Readonly<Record<string, unknown>> {
  const { draftId } = item.body;
  const opened = items.find(({ kind, id }) => kind === "questionnaires.open-draft" && id === draftId);
  return opened?.standsFor ? { ...item.body, draftId: opened.standsFor } : item.body;
}

type Outcome =
  | { is: "settled"; becomes: Outgoing | null }
  | { is: "passed"; becomes: Outgoing }
  | { is: "stopped"; because: "offline" | "signed-out"; becomes: Outgoing };

/** What becomes of something after the clinic's answer. */
export function afterAnswer(item: Outgoing, answer: Answer, at: number): Outcome {
  if (!answer) return { is: "stopped", because: "offline", becomes: item };
  if (answer.ok) return { is: "settled", becomes: sent(item, answer.value, at) };
  if (answer.code === "unauthenticated") return { is: "stopped", because: "signed-out", becomes: item };
  if (answer.code === "unavailable" || answer.code === "too-many") {
    const becomes = { ...item, tries: item.tries + 1 };
    return becomes.tries > PATIENCE ? { is: "passed", becomes } : { is: "stopped", because: "offline", becomes };
  }
  const refusal = Object.values(answer.fieldErrors)[0] ?? answer.message;
  return { is: "settled", becomes: { ...item, refusal } };
}

/** What is remembered of something that was sent: its words, and nothing of what was said in it. */
function sent(item: Outgoing, value: unknown, sentAt: number): Outgoing | null {
  if (item.kind === "questionnaires.save-answer") return null;
  if (item.kind !== "questionnaires.open-draft") return { ...item, body: {}, sentAt };
  const { draftId } = (value ?? {}) as { draftId?: unknown };
  const standsFor = typeof draftId === "string" && draftId !== item.id ? draftId : null;
  const { id, itemKey, dueOn } = item.body;
  return { ...item, body: { id, itemKey, dueOn }, sentAt, standsFor };
}

/** Those that were sent and need not be remembered any longer. */
export function forgettable(items: readonly Outgoing[]): Outgoing[] {
  const open = new Set(items.filter(({ sentAt }) => sentAt === null).flatMap((item) => chainOf(item) ?? []));
  const done = items.filter((item) => item.sentAt !== null && !open.has(item.id));
  return done.slice(0, Math.max(0, done.length - REMEMBERED));
}
