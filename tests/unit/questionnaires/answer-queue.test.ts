import { beforeEach, describe, expect, test, vi } from "vitest";
import { createAnswerQueue, type SaveAnswer } from "@/components/questionnaires/answer-queue";
import { AppError, failure } from "@/lib/core/errors";

const DRAFT = "0197f0a0-0000-7000-8000-000000000001";
const KEY = `plumbline:answers:${DRAFT}`;
const PORTAL = "2026-03-02T09:00:00.000Z";

/** A device whose clock is an hour behind the portal's. */
let deviceTime: number;
let stored: Map<string, string>;
let retries: { work: () => void; delay: number }[];
beforeEach(() => {
  deviceTime = Date.parse(PORTAL) - 3_600_000;
  stored = new Map();
  retries = [];
});

const storage = () => ({
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
});

const saves: SaveAnswer = async ({ value, named, answeredAt }) => ({
  ok: true,
  value: {
    kept: true,
    value,
    ...(named ? { named } : {}),
    answeredAt,
    receivedAt: new Date(deviceTime + 3_600_000).toISOString(),
  },
});

function makeQueue(save: SaveAnswer, box = storage) {
  return createAnswerQueue({
    draftId: DRAFT,
    save,
    portalNow: PORTAL,
    storage: box,
    clock: () => deviceTime,
    schedule: (work, delay) => {
      const retry = { work, delay };
      retries.push(retry);
      return () => void retries.splice(retries.indexOf(retry), 1);
    },
  });
}

const refuses = (code: ConstructorParameters<typeof AppError>[0], fieldErrors = {}): SaveAnswer => {
  return async () => failure(new AppError(code, { fieldErrors }));
};

describe("saving", () => {
  test("sends each answer with the portal's time and leaves nothing on the device", async () => {
    const save = vi.fn(saves);
    const queue = makeQueue(save);
    deviceTime += 5_000;
    queue.answer({ itemId: "a", value: 3 });
    expect(queue.getState()).toMatchObject({ status: "saving", waiting: 1 });
    expect(await queue.flush()).toBe(true);
    expect(save).toHaveBeenCalledExactlyOnceWith({
      draftId: DRAFT,
      itemId: "a",
      value: 3,
      answeredAt: "2026-03-02T09:00:05.000Z",
    });
    expect(queue.getState()).toMatchObject({ status: "saved", waiting: 0, message: null });
    expect(stored.size).toBe(0);
  });

  test("a changed mind is sent after the first answer, and is later than it though no time has passed", async () => {
    const save = vi.fn(saves);
    const queue = makeQueue(save);
    queue.answer({ itemId: "a", value: 1 });
    queue.answer({ itemId: "a", value: null });
    await queue.flush();
    expect(save.mock.calls.map(([input]) => [input.value, input.answeredAt])).toEqual([
      [1, "2026-03-02T09:00:00.000Z"],
      [null, "2026-03-02T09:00:00.001Z"],
    ]);
    expect(queue.getState().given.a?.value).toBeNull();
  });

  test("an answer is timed after the one it is seen to replace", async () => {
    const save = vi.fn(saves);
    const queue = makeQueue(save);
    queue.answer({ itemId: "a", value: 2, shown: { value: 1, answeredAt: "2026-03-02T09:10:00.000Z" } });
    await queue.flush();
    expect(save.mock.calls[0]?.[0].answeredAt).toBe("2026-03-02T09:10:00.001Z");
  });
});

describe("a list to tick", () => {
  const list = [
    { itemId: "a", value: 0 },
    { itemId: "b", value: 1 },
    { itemId: "c", value: 0 },
  ];

  test("all its answers are taken at once and sent one after another, in order", async () => {
    const sent: string[] = [];
    let underWay = 0;
    const queue = makeQueue(async (input) => {
      underWay += 1;
      expect(underWay).toBe(1);
      sent.push(input.itemId);
      await Promise.resolve();
      underWay -= 1;
      return saves(input);
    });
    const seen: number[] = [];
    queue.subscribe(() => seen.push(queue.getState().waiting));
    queue.answer(...list);
    expect(Object.keys(queue.getState().given)).toEqual(["a", "b", "c"]);
    expect(seen[0]).toBe(3);
    expect(await queue.flush()).toBe(true);
    expect(sent).toEqual(["a", "b", "c"]);
    expect(stored.size).toBe(0);
  });

  test("what the network took away of it is still on the device, and only that", async () => {
    const queue = makeQueue((input) =>
      input.itemId === "a" ? saves(input) : Promise.reject(new TypeError("Failed to fetch")),
    );
    queue.answer(...list);
    expect(await queue.flush()).toBe(false);
    expect(Object.keys(JSON.parse(stored.get(KEY) ?? ""))).toEqual(["b", "c"]);
  });

  test("a newer answer to one of it from another device stands, and the rest goes on", async () => {
    const newer = { value: 0, answeredAt: "2026-03-02T09:30:00.000Z" };
    const queue = makeQueue(async (input) =>
      input.itemId === "b" ? { ok: true, value: { ...newer, kept: false, receivedAt: PORTAL } } : saves(input),
    );
    queue.answer(...list);
    expect(await queue.flush()).toBe(true);
    expect(queue.getState()).toMatchObject({ overruled: "b", given: { a: { value: 0 }, b: newer, c: { value: 0 } } });
  });

  test("a choice that changes nothing sends nothing", async () => {
    const save = vi.fn(saves);
    const queue = makeQueue(save);
    queue.answer();
    expect(await queue.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
    expect(queue.getState().status).toBe("idle");
  });
});

describe("an activity the person names", () => {
  const named = "Carry the shopping home";

  test("goes with its number, on the way and on the device", async () => {
    let isUp = false;
    const save = vi.fn<SaveAnswer>((input) => (isUp ? saves(input) : Promise.reject(new TypeError("Failed to fetch"))));
    const queue = makeQueue(save);
    queue.answer({ itemId: "a", value: 4, named });
    expect(await queue.flush()).toBe(false);
    expect(JSON.parse(stored.get(KEY) ?? "")).toMatchObject({ a: { value: 4, named } });
    isUp = true;
    const later = makeQueue(save);
    later.restore({});
    expect(await later.flush()).toBe(true);
    expect(save.mock.lastCall?.[0]).toMatchObject({ itemId: "a", value: 4, named });
    expect(later.getState().given.a).toMatchObject({ value: 4, named });
  });

  test.each([
    ["another name", "Walk the dog", "a"],
    ["the same name", named, null],
  ])("a newer answer with the same number and %s", async (_, standing, overruled) => {
    const newer = { value: 4, named: standing, answeredAt: "2026-03-02T09:30:00.000Z" };
    const queue = makeQueue(async () => ({ ok: true, value: { ...newer, kept: false, receivedAt: PORTAL } }));
    queue.answer({ itemId: "a", value: 4, named });
    await queue.flush();
    expect(queue.getState()).toMatchObject({ overruled, given: { a: newer } });
  });
});

describe("when the network is away", () => {
  test("the answer stays on the device, is tried again, and goes through", async () => {
    let isUp = false;
    const save = vi.fn<SaveAnswer>((input) => (isUp ? saves(input) : Promise.reject(new TypeError("Failed to fetch"))));
    const queue = makeQueue(save);
    queue.answer({ itemId: "a", value: 2 });
    expect(await queue.flush()).toBe(false);
    expect(queue.getState()).toMatchObject({ status: "offline", waiting: 1 });
    expect(JSON.parse(stored.get(KEY) ?? "")).toMatchObject({ a: { value: 2 } });
    expect(retries).toHaveLength(1);
    isUp = true;
    retries[0]?.work();
    expect(await queue.flush()).toBe(true);
    expect(stored.size).toBe(0);
  });

  test("a try that hangs is called what it is, and still counts when it comes through", async () => {
    let letGo: () => void = () => undefined;
    const queue = makeQueue(async (input) => {
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      return saves(input);
    });
    queue.answer({ itemId: "a", value: 2 });
    expect(retries.map(({ delay }) => delay)).toEqual([8000]);
    retries[0]?.work();
    expect(queue.getState()).toMatchObject({ status: "offline", waiting: 1 });
    letGo();
    expect(await queue.flush()).toBe(true);
    expect(queue.getState().status).toBe("saved");
    expect(retries).toEqual([]);
  });

  test("waits longer each time, up to half a minute", async () => {
    const queue = makeQueue(refuses("unavailable"));
    const delays: number[] = [];
    queue.answer({ itemId: "a", value: 2 });
    for (let round = 0; round < 7; round += 1) {
      await queue.flush();
      delays.push(retries.at(-1)?.delay ?? 0);
    }
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(delays.at(-1)).toBe(30_000);
    expect(retries).toHaveLength(1);
    expect(queue.getState().status).toBe("error");
  });

  test("a new page brings unsaved answers back, but not over newer ones of another device", async () => {
    const entry = (value: number, minute: string) => ({ value, answeredAt: `2026-03-02T08:${minute}:00.000Z` });
    stored.set(KEY, JSON.stringify({ a: entry(1, "10"), b: entry(2, "10") }));
    const save = vi.fn(saves);
    const queue = makeQueue(save);
    queue.restore({ a: entry(4, "20"), b: entry(0, "05") });
    expect(await queue.flush()).toBe(true);
    expect(save.mock.calls.map(([input]) => input.itemId)).toEqual(["b"]);
    expect(queue.getState().given).toEqual({ b: entry(2, "10") });
    expect(stored.size).toBe(0);
  });

  test.each(["{", "[]", '{"a":{"value":"1","answeredAt":"now"}}', '{"a":1}'])(
    "what is unreadable on the device (%s) does no harm",
    async (text) => {
      stored.set(KEY, text);
      const save = vi.fn(saves);
      const queue = makeQueue(save);
      queue.restore({});
      expect(await queue.flush()).toBe(true);
      expect(save).not.toHaveBeenCalled();
    },
  );

  test("works where the browser forbids storage", async () => {
    const queue = makeQueue(saves, () => {
      throw new Error("SecurityError");
    });
    queue.restore({});
    queue.answer({ itemId: "a", value: 1 });
    expect(await queue.flush()).toBe(true);
  });
});

describe("what the portal says", () => {
  test("a newer answer of another device stands, and the person is told", async () => {
    const newer = { value: 4, answeredAt: "2026-03-02T09:30:00.000Z" };
    const queue = makeQueue(async () => ({ ok: true, value: { ...newer, kept: false, receivedAt: PORTAL } }));
    queue.answer({ itemId: "a", value: 1 });
    await queue.flush();
    expect(queue.getState()).toMatchObject({ given: { a: newer }, overruled: "a", waiting: 0 });
    queue.answer({ itemId: "a", value: 1 });
    expect(queue.getState().overruled).toBeNull();
  });

  test("an answer it cannot take is let go, with the reason, and the others go on", async () => {
    const save = vi.fn<SaveAnswer>((input) =>
      input.itemId === "a" ? refuses("invalid", { value: "Choose one of the answers." })(input) : saves(input),
    );
    const queue = makeQueue(save);
    queue.answer({ itemId: "a", value: 9 });
    queue.answer({ itemId: "b", value: 1 });
    expect(await queue.flush()).toBe(true);
    expect(queue.getState()).toMatchObject({ status: "error", message: "Choose one of the answers.", waiting: 0 });
    expect(queue.getState().refused).toBe("a");
    expect(Object.keys(queue.getState().given)).toEqual(["b"]);
    queue.answer({ itemId: "a", value: 2 });
    expect(queue.getState().refused).toBeNull();
  });

  test("a refusal does not take away a newer answer that is on its way", async () => {
    const queue = makeQueue(async (input) =>
      input.value === 9 ? refuses("invalid", { value: "Choose one of the answers." })(input) : saves(input),
    );
    queue.answer({ itemId: "a", value: 9 });
    queue.answer({ itemId: "a", value: 2 });
    const shown: unknown[] = [];
    queue.subscribe(() => shown.push(queue.getState().given.a?.value));
    expect(await queue.flush()).toBe(true);
    expect(new Set(shown)).toEqual(new Set([2]));
  });

  test("once the form is sent nothing more is tried", async () => {
    const save = vi.fn(refuses("conflict"));
    const queue = makeQueue(save);
    queue.answer({ itemId: "a", value: 1 });
    expect(await queue.flush()).toBe(false);
    queue.answer({ itemId: "b", value: 1 });
    expect(await queue.flush()).toBe(false);
    expect(save).toHaveBeenCalledTimes(1);
    expect(queue.getState()).toMatchObject({ closed: true, message: expect.stringContaining("changed") });
  });

  test("after signing in again the same answers go through", async () => {
    let isSignedIn = false;
    const queue = makeQueue((input) => (isSignedIn ? saves(input) : refuses("unauthenticated")(input)));
    queue.answer({ itemId: "a", value: 1 });
    expect(await queue.flush()).toBe(false);
    expect(retries).toHaveLength(0);
    isSignedIn = true;
    expect(await queue.flush()).toBe(true);
    expect(queue.getState()).toMatchObject({ status: "saved", message: null });
  });
});
