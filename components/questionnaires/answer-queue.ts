import { z } from "zod";
import type { Result } from "@/lib/core/errors";
import { type KeptAnswer, newerAnswer, type SavedAnswer } from "@/lib/questionnaires/answers";

type Answers = Readonly<Record<string, KeptAnswer>>;

/** An answer just given. `named` is the activity, where the person names it; `shown` is the answer it replaces. */
export type GivenAnswer = { itemId: string; value: number | null; named?: string; shown?: KeptAnswer };

export type SaveAnswer = (input: KeptAnswer & { draftId: string; itemId: string }) => Promise<Result<SavedAnswer>>;

export type QueueState = Readonly<{
  status: "idle" | "saving" | "saved" | "offline" | "error";
  /** Answers chosen on this device, saved or not yet, by item id. */
  given: Answers;
  /** How many are not saved yet. */
  waiting: number;
  message: string | null;
  /** The item whose newer answer, from another device, stands in place of the one chosen here. */
  overruled: string | null;
  /** The item whose answer was refused, for the reason in `message`; it is not kept. */
  refused: string | null;
  /** True when nothing more can be saved: the form is sent, or is not this person's. */
  closed: boolean;
}>;

type Surroundings = {
  draftId: string;
  save: SaveAnswer;
  /** The portal's clock when the page was made, ISO; answers are timed by it and not by the device's own. */
  portalNow: string;
  /** Where unsaved answers outlive a reload; may be out of reach. */
  storage: () => Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** The device's clock, in milliseconds. */
  clock: () => number;
  /** Does it later, after so many milliseconds; gives a way to call it off. */
  schedule: (work: () => void, delay: number) => () => void;
};

export type AnswerQueue = ReturnType<typeof createAnswerQueue>;

const RETRY_SECONDS = [2, 4, 8, 16, 30];
/** After so long without an answer the person is told that there is no connection; the try itself goes on. */
const SLOW_MS = 8000;
/** Older pages kept no name. */
const storedSchema = z.record(
  z.string(),
  z.object({ value: z.number().nullable(), named: z.string().nullish(), answeredAt: z.iso.datetime() }),
);

/**
 * Saves answers one at a time, in the order they were given, and loses none: what cannot be saved is kept on the device and
 * tried again, after a while, with the next answer, and when asked.
 */
export function createAnswerQueue({ draftId, save, portalNow, storage, clock, schedule }: Surroundings) {
  const storageKey = `plumbline:answers:${draftId}`;
  const unsaved = new Map<string, KeptAnswer>();
  const listeners = new Set<() => void>();
  let state: QueueState = {
    status: "idle",
    given: {},
    waiting: 0,
    message: null,
    overruled: null,
    refused: null,
    closed: false,
  };
  let ahead = Date.parse(portalNow) - clock();
  let running: Promise<void> | null = null;
  let cancelRetry: (() => void) | null = null;
  let failures = 0;

  function set(change: Partial<QueueState>) {
    state = { ...state, ...change, waiting: unsaved.size };
    for (const listener of listeners) listener();
  }

  function keepOnDevice() {
    try {
      if (unsaved.size === 0) storage().removeItem(storageKey);
      else storage().setItem(storageKey, JSON.stringify(Object.fromEntries(unsaved)));
    } catch {
      // A browser may forbid storage or have none left. The answers are still held by this page.
    }
  }

  function storedAnswers(): Answers {
    try {
      return storedSchema.parse(JSON.parse(storage().getItem(storageKey) ?? "{}"));
    } catch {
      // Unreadable, or forbidden: there is nothing to bring back.
      return {};
    }
  }

  function timeOf(itemId: string, shown: KeptAnswer | undefined): string {
    const last = newerAnswer(shown, state.given[itemId]);
    const now = clock() + ahead;
    return new Date(last ? Math.max(now, Date.parse(last.answeredAt) + 1) : now).toISOString();
  }

  async function attempt(itemId: string, entry: KeptAnswer): Promise<Result<SavedAnswer> | "unreachable"> {
    const cancelSlow = schedule(() => set({ status: "offline" }), SLOW_MS);
    try {
      return await save({ draftId, itemId, ...entry });
    } catch {
      return "unreachable";
    } finally {
      cancelSlow();
    }
  }

  /** True when the next answer may be tried. */
  function settle(itemId: string, entry: KeptAnswer, result: Result<SavedAnswer> | "unreachable"): boolean {
    if (result === "unreachable") return tryLater("offline", null);
    if (!result.ok) {
      if (result.code === "unavailable" || result.code === "too-many") return tryLater("error", result.message);
      if (result.code === "unauthenticated") {
        set({ status: "error", message: result.message });
        return false;
      }
      if (result.code !== "invalid") {
        set({ status: "error", message: result.message, closed: true });
        return false;
      }
    }
    failures = 0;
    if (unsaved.get(itemId) === entry) unsaved.delete(itemId);
    keepOnDevice();
    if (!result.ok) {
      const { [itemId]: _refused, ...others } = state.given;
      const given = unsaved.has(itemId) ? state.given : others;
      set({ given, message: Object.values(result.fieldErrors)[0] ?? result.message, refused: itemId });
      return true;
    }
    const { kept, receivedAt, ...standing } = result.value;
    ahead = Date.parse(receivedAt) - clock();
    if (kept || unsaved.has(itemId)) set({});
    else {
      const overruled = isSame(standing, entry) ? state.overruled : itemId;
      set({ given: { ...state.given, [itemId]: standing }, overruled });
    }
    return true;
  }

  function tryLater(status: "offline" | "error", message: string | null): false {
    const seconds = RETRY_SECONDS[Math.min(failures, RETRY_SECONDS.length - 1)] ?? 30;
    failures += 1;
    cancelRetry = schedule(() => void pump(), seconds * 1000);
    set({ status, message });
    return false;
  }

  async function drain() {
    cancelRetry?.();
    cancelRetry = null;
    if (unsaved.size === 0) return;
    set({ message: null });
    for (let next = first(unsaved); next; next = first(unsaved)) {
      set({ status: "saving" });
      const [itemId, entry] = next;
      if (!settle(itemId, entry, await attempt(itemId, entry))) return;
    }
    set({ status: state.message ? "error" : "saved" });
  }

  function pump(): Promise<void> {
    if (state.closed) return Promise.resolve();
    running ??= drain().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Takes answers given at once and begins to save them, one after another. Each is timed after the one it replaces. */
    answer(...answers: GivenAnswer[]) {
      if (state.closed || answers.length === 0) return;
      const given = { ...state.given };
      for (const { itemId, value, named, shown } of answers) {
        const answeredAt = timeOf(itemId, shown);
        const entry = named === undefined ? { value, answeredAt } : { value, named, answeredAt };
        unsaved.set(itemId, entry);
        given[itemId] = entry;
      }
      keepOnDevice();
      set({ given, overruled: null, refused: null });
      void pump();
    },
    /** Brings back what an earlier page could not save, unless the portal holds something newer by now. */
    restore(held: Answers) {
      const given = { ...state.given };
      for (const [itemId, entry] of Object.entries(storedAnswers())) {
        const newest = newerAnswer(newerAnswer(held[itemId], unsaved.get(itemId)), entry);
        if (newest !== entry) continue;
        unsaved.set(itemId, entry);
        given[itemId] = entry;
      }
      keepOnDevice();
      set({ given });
      void pump();
    },
    /** Tries everything that is not saved yet. True when nothing is left unsaved. */
    async flush(): Promise<boolean> {
      if (running) await running;
      await pump();
      return unsaved.size === 0 && !state.closed;
    },
    /** Gives away what is not saved yet, to whoever keeps it until it can be sent. It stays on show. */
    release(): [itemId: string, answer: KeptAnswer][] {
      const answers = [...unsaved];
      unsaved.clear();
      keepOnDevice();
      set({ status: "idle", message: null });
      return answers;
    },
    retry: () => void pump(),
    /** Stops trying; unsaved answers stay on the device. */
    rest() {
      cancelRetry?.();
      cancelRetry = null;
    },
  };
}

const isSame = (a: KeptAnswer, b: KeptAnswer) => a.value === b.value && (a.named ?? null) === (b.named ?? null);

function first<K, V>(map: ReadonlyMap<K, V>): [K, V] | undefined {
  for (const entry of map) return entry;
  return undefined;
}
