import type { SyncKind } from "./kinds";
import {
  type Answer,
  afterAnswer,
  bodyToSend,
  forgettable,
  newOutgoing,
  nextToSend,
  type Outgoing,
  replaces,
} from "./outgoing-rules";

/** Where things are kept on a device. What was kept stays when something more finds no room. */
export type Place = {
  /** All that is kept, in order. */
  all: () => Promise<Outgoing[]>;
  /** Keeps something at the end of the order, unless what is kept under its key is to stay. Rejects when there is no room. */
  add: (item: Omit<Outgoing, "seq">) => Promise<void>;
  /** Puts another in its place, or takes it out, if it is still the one that is kept. */
  change: (item: Outgoing, becomes: Outgoing | null) => Promise<void>;
};

export type OutgoingState = Readonly<{
  /** All that is not with the clinic yet, refused things too, oldest first. */
  items: readonly Outgoing[];
  /** What the clinic has, oldest first. */
  sent: readonly Outgoing[];
  /** `offline` when the clinic could not be reached, `signed-out` when it asks who this is. */
  status: "idle" | "sending" | "offline" | "signed-out";
  /** False when this device has no room to keep what waits: it is lost with the page. */
  isKept: boolean;
  /** False until what is kept was read. */
  isReady: boolean;
}>;

export const NOTHING: OutgoingState = { items: [], sent: [], status: "idle", isKept: true, isReady: false };

/** What became of something by the time its turn was over. */
export type Fate = { is: "sent" } | { is: "waiting" } | { is: "refused"; message: string };

export type Surroundings = {
  who: string;
  place: Place;
  post: (given: Pick<Outgoing, "who" | "kind" | "body">) => Promise<Answer>;
  /** Does the work while no other page of this browser does such work. */
  alone: (work: () => Promise<void>) => Promise<void>;
  /** Does it later, after so many milliseconds; gives a way to call it off. */
  schedule: (work: () => void, delay: number) => () => void;
  /** The device's clock, in milliseconds. */
  clock: () => number;
  /** Tells the other pages of this browser that something changed. */
  tell: () => void;
  /** The clinic says that nobody is signed in here. */
  onSignedOut: () => void;
};

const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 480_000;
/** Whoever waits to hear what became of something waits no longer than this; it goes on by itself. */
const PATIENCE_MS = 6_000;

export type OutgoingQueue = ReturnType<typeof createOutgoing>;

/**
 * What a device has to send: one thing after the other, in the order it was given, until the clinic has it or says why it will
 * not. What cannot be sent is kept on the device, through restarts.
 */
export function createOutgoing(around: Surroundings) {
  const { who, place, clock } = around;
  const listeners = new Set<() => void>();
  /** What the device had no room for. */
  let unkept: Outgoing[] = [];
  let running: Promise<void> | null = null;
  /** What is given is kept one after the other: where the last is kept, so is all before it. */
  let keeping: Promise<unknown> = Promise.resolve();
  let isAskedAgain = false;
  let cancelRetry: (() => void) | null = null;
  let failures = 0;
  let state = NOTHING;

  async function all(): Promise<Outgoing[]> {
    const kept = await place.all().catch((): Outgoing[] => []);
    return [...kept.filter((item) => item.who === who), ...unkept];
  }

  async function set(status = state.status): Promise<readonly Outgoing[]> {
    const every = await all();
    const [items, sent] = [
      every.filter(({ sentAt }) => sentAt === null),
      every.filter(({ sentAt }) => sentAt !== null),
    ];
    state = { items, sent, status, isKept: unkept.length === 0, isReady: true };
    for (const listener of listeners) listener();
    return every;
  }

  /** False when the device could not note it: what was sent is then sent again, which changes nothing. */
  async function put(item: Outgoing, becomes: Outgoing | null): Promise<boolean> {
    if (!unkept.some(({ key }) => key === item.key)) {
      return place.change(item, becomes).then(
        () => true,
        () => false,
      );
    }
    unkept = unkept.flatMap((one) => (one.key !== item.key ? one : becomes && becomes.sentAt === null ? becomes : []));
    return true;
  }

  function later() {
    const delay = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
    failures += 1;
    cancelRetry = around.schedule(() => void flush(), delay);
  }

  /** Keeps what the device had no room for, as far as it has some now. */
  async function keepAgain() {
    for (const item of unkept) {
      const { seq: _last, ...given } = item;
      const isKept = await place.add(given).then(
        () => true,
        () => false,
      );
      if (!isKept) return;
      unkept = unkept.filter((one) => one !== item);
    }
  }

  async function drain() {
    cancelRetry?.();
    cancelRetry = null;
    if (unkept.length > 0) {
      const again = keeping.then(keepAgain);
      keeping = again;
      await again;
    }
    const passed = new Set<string>();
    let items = await set();
    for (let next = nextToSend(items, passed); next; next = nextToSend(items, passed)) {
      await set("sending");
      const body = bodyToSend(next, items);
      const answer = await around.post({ who, kind: next.kind, body }).catch(() => null);
      const outcome = afterAnswer(next, answer, clock());
      const isWritten = outcome.becomes === next || (await put(next, outcome.becomes));
      around.tell();
      if (!isWritten) {
        later();
        await set("offline");
        return;
      }
      if (outcome.is === "stopped") {
        if (outcome.because === "signed-out") around.onSignedOut();
        else later();
        await set(outcome.because);
        return;
      }
      failures = 0;
      if (outcome.is === "passed") passed.add(next.key);
      items = await set();
    }
    for (const item of forgettable(items)) await put(item, null);
    if (passed.size > 0) later();
    await set(passed.size > 0 ? "offline" : "idle");
  }

  function flush(): Promise<void> {
    isAskedAgain = running !== null;
    running ??= around
      .alone(async () => {
        do {
          isAskedAgain = false;
          await drain();
        } while (isAskedAgain);
      })
      .finally(() => {
        running = null;
      });
    return running;
  }

  async function soon(work: Promise<void>) {
    let cancel = () => {};
    const late = new Promise<void>((resolve) => {
      cancel = around.schedule(resolve, PATIENCE_MS);
    });
    await Promise.race([work, late]);
    cancel();
  }

  async function fateOf(key: string): Promise<Fate> {
    const item = (await all()).find((one) => one.key === key);
    if (!item || item.sentAt !== null) return { is: "sent" };
    return item.refusal === null ? { is: "waiting" } : { is: "refused", message: item.refusal };
  }

  async function keep(item: Omit<Outgoing, "seq">) {
    const held = unkept.find(({ key }) => key === item.key);
    if (held && !replaces(item, held)) return;
    unkept = unkept.filter((one) => one !== held);
    try {
      await place.add(item);
    } catch {
      unkept = [...unkept, { ...item, seq: Number.MAX_SAFE_INTEGER }];
    }
    around.tell();
  }

  return {
    /** Takes something to be sent, and begins. It is kept when `kept` is done; `fate` is what became of it before long. */
    give(kind: SyncKind, body: Readonly<Record<string, unknown>>, words: string) {
      const item = newOutgoing({ who, kind, body, words }, clock());
      const kept = keeping.then(() => keep(item)).then(() => set());
      keeping = kept;
      return { kept, fate: kept.then(() => soon(flush())).then(() => fateOf(item.key)) };
    },
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Tries everything that waits. */
    flush,
    /** Reads again what is kept: another page may have sent or added something. */
    refresh: () => set(),
    /** Lets go of something that is not with the clinic. */
    async forget(key: string) {
      const item = (await all()).find((one) => one.key === key && one.sentAt === null);
      if (item) await put(item, null);
      around.tell();
      await set();
    },
    /** Tries something anew that was refused. */
    async retry(key: string) {
      const item = (await all()).find((one) => one.key === key && one.refusal !== null);
      if (item) await put(item, { ...item, refusal: null, tries: 0 });
      await flush();
    },
    /** Stops trying; what waits stays. */
    rest() {
      cancelRetry?.();
      cancelRetry = null;
    },
  };
}
