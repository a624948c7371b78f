import { createOutgoing, type OutgoingQueue, type Place } from "@/components/offline/outgoing";
import { type Answer, type Outgoing, replaces } from "@/components/offline/outgoing-rules";
import type { ErrorCode } from "@/lib/core/errors";

export const refusal = (code: ErrorCode, message: string = code): Answer => ({
  ok: false,
  code,
  message,
  fieldErrors: {},
});

/** What a device keeps through restarts. `most` is how many things fit. */
export function memoryPlace(
  most = Number.POSITIVE_INFINITY,
): Place & { kept: Map<string, Outgoing>; makeRoom: (room: number) => void } {
  const kept = new Map<string, Outgoing>();
  let room = most;
  return {
    kept,
    makeRoom(next) {
      room = next;
    },
    all: async () => [...kept.values()].sort((a, b) => a.seq - b.seq),
    async add(item) {
      if (!replaces(item, kept.get(item.key))) return;
      if (kept.size >= room && !kept.has(item.key)) throw new Error("no room");
      const last = Math.max(0, ...[...kept.values()].map(({ seq }) => seq));
      kept.set(item.key, { ...item, seq: last + 1 });
    },
    async change(item, becomes) {
      if (kept.get(item.key)?.seq !== item.seq) return;
      if (becomes) kept.set(item.key, becomes);
      else kept.delete(item.key);
    },
  };
}

type Sent = Pick<Outgoing, "who" | "kind" | "body">;

/** A clinic that takes each id once, gives its first answer again, and refuses another body under the same id. */
export function clinic(answer: (sent: Sent) => Answer = () => ({ ok: true, value: null })) {
  const receipts = new Map<string, { text: string; answer: Answer }>();
  const rows: Sent[] = [];
  return {
    rows,
    take(sent: Sent): Answer {
      if (sent.kind === "questionnaires.save-answer") {
        const given = answer(sent);
        if (given?.ok) rows.push(sent);
        return given;
      }
      const id = `${sent.who} ${String(sent.body.id)}`;
      const text = JSON.stringify([sent.kind, sent.body]);
      const earlier = receipts.get(id);
      if (earlier) return earlier.text === text ? earlier.answer : refusal("conflict");
      const given = answer(sent);
      if (given?.ok) {
        receipts.set(id, { text, answer: given });
        rows.push(sent);
      }
      return given;
    },
  };
}

/** How a network behaves: there, gone, losing what is sent, or losing the answer to it. */
export type Network = "up" | "down" | "loses-answer";

/** A device with pages that come and go. Its timers fire when told to. */
export function device(who: string, take: (sent: Sent) => Answer, place = memoryPlace()) {
  let network: Network = "up";
  let at = 0;
  let queue = Promise.resolve();
  const timers = new Set<() => void>();
  const signedOut: number[] = [];
  /** A page that was closed hears of no answer any more. */
  const open = () => {
    const life = { isOver: false };
    const outgoing: OutgoingQueue = createOutgoing({
      who,
      place: {
        all: () => (life.isOver ? new Promise(() => undefined) : place.all()),
        add: (item) => (life.isOver ? new Promise(() => undefined) : place.add(item)),
        change: (item, becomes) => (life.isOver ? new Promise(() => undefined) : place.change(item, becomes)),
      },
      post: async (sent) => {
        if (network === "down") throw new TypeError("Failed to fetch");
        const answer = take(JSON.parse(JSON.stringify(sent)));
        await Promise.resolve();
        if (network === "loses-answer") throw new TypeError("Failed to fetch");
        return answer;
      },
      alone: (work) => {
        const done = queue.then(() => Promise.race([work(), over]));
        queue = done.catch(() => undefined);
        return done;
      },
      schedule: (work) => {
        timers.add(work);
        return () => void timers.delete(work);
      },
      clock: () => at++,
      tell: () => undefined,
      onSignedOut: () => signedOut.push(at),
    });
    let close = () => undefined as undefined;
    const over = new Promise<void>((resolve) => {
      close = () => {
        life.isOver = true;
        resolve();
        return undefined;
      };
    });
    return { outgoing, close };
  };
  let page = open();
  return {
    place,
    signedOut,
    outgoing: () => page.outgoing,
    setNetwork(next: Network) {
      network = next;
    },
    /** The browser ends, in the middle of whatever it does, and is opened again. */
    restart() {
      page.close();
      timers.clear();
      page = open();
    },
    /** Every timer fires at once. */
    fire() {
      const due = [...timers];
      timers.clear();
      for (const work of due) work();
    },
    timers: () => timers.size,
  };
}
