import { describe, expect, test } from "vitest";
import { pushPayload } from "@/lib/jobs/reminders/push-payload";
import { htmlPage, leadingElsewhere, type OpenPage, serviceWorker } from "@/tests/support/service-worker";

const DAY_MS = 86_400_000;
const TODAY = "/today";
const SESSION = "/session/0199-a?day=2026-03-10&occasion=2";
const OWN = "plumbline-own-s1.b1";
const offline = () => {
  throw new TypeError("Failed to fetch");
};

/** A worker that keeps the pages of a day, as `words` had them. */
async function keeping(addresses: readonly string[] = [TODAY, SESSION], words = "as it was") {
  const worker = serviceWorker();
  worker.setNetwork((path) => htmlPage(`${path} ${words}`));
  await worker.keep(addresses);
  return worker;
}
const textOf = async (answer: Promise<Response | undefined>) => (await answer)?.text();

describe("pages without a network", () => {
  test("are those of the day, for the session and the build they were kept for", async () => {
    const worker = await keeping([TODAY, SESSION, "/me", "https://evil.example/today"]);
    expect(worker.copies()).toEqual({ [OWN]: [TODAY, SESSION] });
    worker.setNetwork(offline);
    expect(await textOf(worker.open(SESSION))).toContain("as it was");
    expect((await worker.open("/messages"))?.type).toBe("error");
    worker.setNetwork((path) => htmlPage(path));
    await worker.keep([TODAY], "s2");
    expect(worker.copies()).toEqual({ "plumbline-own-s2.b1": [TODAY] });
  });

  test("are fetched anew when they are old, and when they were kept by a clock that was wrong", async () => {
    const worker = await keeping();
    worker.asked.length = 0;
    worker.set.at += 20_000;
    await worker.keep([TODAY, SESSION]);
    expect(worker.asked).toEqual([]);
    worker.set.at += 20_000;
    await worker.keep([TODAY, SESSION]);
    expect(worker.asked).toEqual([TODAY]);
    worker.set.at -= 365 * DAY_MS;
    await worker.keep([TODAY, SESSION]);
    expect(worker.asked).toEqual([TODAY, TODAY, "/session/0199-a"]);
  });

  test("are not shown once they are two weeks old", async () => {
    const worker = await keeping();
    worker.setNetwork(offline);
    worker.set.at += 13 * DAY_MS;
    expect(await textOf(worker.open(TODAY))).toContain("as it was");
    worker.set.at += 2 * DAY_MS;
    expect((await worker.open(TODAY))?.type).toBe("error");
  });

  test("take the place of a fault of the portal and of a network that is too slow, and of nothing else", async () => {
    const worker = await keeping();
    worker.setNetwork(() => htmlPage("a fault", 503));
    expect(await textOf(worker.open(TODAY))).toContain("as it was");
    worker.setNetwork(() => htmlPage("as it is now"));
    expect(await textOf(worker.open(TODAY))).toBe("as it is now");
    let arrive = (_response: Response) => {};
    worker.setNetwork(
      () =>
        new Promise<Response>((resolve) => {
          arrive = resolve;
        }),
    );
    const opening = worker.open(SESSION);
    for (let turn = 0; turn < 20 && worker.timers.size === 0; turn++) await Promise.resolve();
    for (const late of worker.timers) late();
    arrive(htmlPage("late"));
    expect(await textOf(opening)).toContain("as it was");
  });

  test("go when the portal says that nobody is signed in, and one that is gone goes alone", async () => {
    const worker = await keeping();
    worker.setNetwork(() => htmlPage("not found", 404));
    await worker.open(SESSION);
    expect(worker.copies()).toEqual({ [OWN]: [TODAY] });
    worker.setNetwork(leadingElsewhere);
    await worker.open(TODAY);
    expect(worker.copies()).toEqual({});
    const other = await keeping();
    other.setNetwork(() => htmlPage("Sign in"));
    await other.open("/sign-in?next=%2Ftoday");
    expect(other.copies()).toEqual({});
  });

  test("come from the network all the same when the device has no room for copies", async () => {
    const worker = await keeping();
    worker.set.room = false;
    worker.setNetwork(() => htmlPage("as it is now"));
    await worker.keep(["/read/0199-b", TODAY]);
    expect(await textOf(worker.open(TODAY))).toBe("as it is now");
    expect(await textOf(worker.open("/read/0199-b"))).toBe("as it is now");
    worker.setNetwork(offline);
    expect(await textOf(worker.open(TODAY))).toContain("as it was");
  });
});

describe("a worker of a newer build", () => {
  const page = (path: string): OpenPage => ({ url: `https://portal.example.org${path}`, focus: async () => undefined });

  test.each([
    ["/today", 1],
    ["/session", 0],
    ["/session/0199-a?day=2026-03-10&occasion=1", 0],
    ["/questions", 1],
    ["/questions/k/2026-03-10", 0],
    ["/history/add", 0],
  ])("with somebody at %s takes over %i times", async (path, times) => {
    const worker = serviceWorker();
    worker.set.pages = [page("/today"), page(path)];
    await worker.happen("message", { data: { type: "take-over" } });
    expect(worker.set.tookOver).toBe(times);
  });
});

describe("a push", () => {
  test("shows the reminder the portal sends", async () => {
    const worker = serviceWorker();
    const payload = pushPayload({ id: "0199-r", hasExercises: true });
    await worker.push(JSON.stringify(payload));
    expect(worker.notices).toMatchObject([
      { title: payload.title, options: { body: payload.body, tag: "0199-r", data: { url: TODAY } } },
    ]);
  });

  test.each([null, "", "{", "null", "[]", '{"title":"Knee","body":1,"url":"/today","tag":"x"}'])(
    "of %s is a plain reminder",
    async (text) => {
      const worker = serviceWorker();
      await worker.push(text);
      expect(worker.notices).toMatchObject([
        { title: "Plumbline", options: { body: "Your list for today is waiting.", data: { url: TODAY } } },
      ]);
    },
  );

  test.each([
    ["/today", TODAY],
    ["//evil.example", TODAY],
    ["/\\evil.example", TODAY],
    ["https://evil.example", TODAY],
    [undefined, TODAY],
    ["/questions", "/questions"],
  ])("that names %s opens %s, once, and closes", async (url, wanted) => {
    const worker = serviceWorker();
    let closed = 0;
    await worker.happen("notificationclick", { notification: { close: () => (closed += 1), data: { url } } });
    expect([worker.opened, closed]).toEqual([[wanted], 1]);
  });

  test("comes back to the page that is open already", async () => {
    const worker = serviceWorker();
    let focused = 0;
    const focus = async () => {
      focused += 1;
    };
    worker.set.pages = [
      { url: "https://portal.example.org/me", focus: offline },
      { url: "https://portal.example.org/today", focus },
    ];
    await worker.happen("notificationclick", { notification: { close: () => undefined, data: { url: TODAY } } });
    expect([worker.opened, focused]).toEqual([[], 1]);
  });
});
