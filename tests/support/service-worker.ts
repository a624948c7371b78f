import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const ORIGIN = "https://portal.example.org";
const SCRIPT = readFileSync(join(import.meta.dirname, "../../public/sw.js"), "utf8");

type Listener = (event: Record<string, unknown>) => void;

/** A page that a worker is in charge of. */
export type OpenPage = { url: string; focus: () => Promise<void> };

const absolute = (request: string | URL | Request) =>
  new URL(typeof request === "string" || request instanceof URL ? request : request.url, ORIGIN).href;

/** What a browser keeps by name, while it has room. */
function memoryCaches(store: Map<string, Map<string, Response>>, hasRoom: () => boolean) {
  const cacheOf = (name: string) => {
    const held = store.get(name) ?? new Map<string, Response>();
    store.set(name, held);
    return {
      match: async (request: string | Request) => held.get(absolute(request))?.clone(),
      async put(request: string | Request, response: Response) {
        if (!hasRoom()) throw new DOMException("full", "QuotaExceededError");
        held.set(absolute(request), response);
      },
      async add(request: string) {
        held.set(absolute(request), new Response(""));
      },
      delete: async (request: string | Request) => held.delete(absolute(request)),
      keys: async () => [...held.keys()].map((url) => ({ url })),
    };
  };
  return {
    keys: async () => [...store.keys()],
    has: async (name: string) => store.has(name),
    delete: async (name: string) => store.delete(name),
    open: async (name: string) => cacheOf(name),
    async match(request: string) {
      for (const name of store.keys()) {
        const found = await cacheOf(name).match(request);
        if (found) return found;
      }
      return undefined;
    },
  };
}

export type Network = (path: string) => Response | Promise<Response>;

/** A page as the portal gives it. */
export const htmlPage = (text: string, status = 200) =>
  new Response(text, { status, headers: { "content-type": "text/html" } });

/** A response that leads elsewhere, as a worker sees it. */
export const leadingElsewhere = () =>
  Object.defineProperty(new Response(null, { status: 200 }), "type", { value: "opaqueredirect" });

/** The portal's service worker as it is shipped, in a browser made of memory: its clock, its network and its room are the test's. */
export function serviceWorker(build = "b1") {
  const listeners = new Map<string, Listener>();
  const store = new Map<string, Map<string, Response>>();
  const notices: { title: string; options: { body: string; tag: string; data: { url: string } } }[] = [];
  const opened: string[] = [];
  const asked: string[] = [];
  const timers = new Set<() => void>();
  const set = { at: 1_800_000_000_000, room: true, pages: [] as OpenPage[], tookOver: 0 };
  let network: Network = () => {
    throw new TypeError("Failed to fetch");
  };
  const self = {
    location: { href: `${ORIGIN}/sw.js?build=${build}`, origin: ORIGIN },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    skipWaiting: async () => {
      set.tookOver += 1;
    },
    registration: {
      showNotification: async (title: string, options: (typeof notices)[number]["options"]) => {
        notices.push({ title, options });
      },
    },
    clients: {
      claim: async () => undefined,
      matchAll: async () => set.pages,
      openWindow: async (path: string) => {
        opened.push(path);
      },
    },
  };
  vm.runInNewContext(SCRIPT, {
    self,
    caches: memoryCaches(store, () => set.room),
    fetch: async (request: string | URL | Request) => {
      const { pathname, search } = new URL(absolute(request));
      asked.push(pathname);
      return network(pathname + search);
    },
    Date: { now: () => set.at },
    setTimeout: (work: () => void) => {
      timers.add(work);
      return work;
    },
    clearTimeout: (work: () => void) => timers.delete(work),
    navigator: { locks: { request: (_name: string, work: () => unknown) => work() } },
    URL,
    URLSearchParams,
    Response,
    Headers,
  });

  /** Lets something happen to the worker, and waits until it has done what it has to. */
  async function happen(name: string, event: Record<string, unknown> = {}): Promise<Response | undefined> {
    const work: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    listeners.get(name)?.({
      ...event,
      waitUntil: (one: Promise<unknown>) => work.push(one),
      respondWith: (one: Promise<Response>) => {
        answer = one;
      },
    });
    const response = await answer;
    await Promise.all(work);
    return response;
  }
  return {
    set,
    notices,
    opened,
    asked,
    timers,
    happen,
    setNetwork(next: Network) {
      network = next;
    },
    /** Opens a page by its address. */
    open(path: string) {
      const request = { method: "GET", url: ORIGIN + path, mode: "navigate", headers: new Headers() };
      return happen("fetch", { request });
    },
    keep: (addresses: readonly string[], session = "s1") =>
      happen("message", { data: { type: "keep", session, addresses } }),
    push: (text: string | null) =>
      happen("push", { data: text === null ? null : { json: () => JSON.parse(text) as unknown } }),
    /** The addresses of the copies it has, by the name of their place. */
    copies: () =>
      Object.fromEntries(
        [...store]
          .filter(([name]) => name.startsWith("plumbline-own-"))
          .map(([name, held]) => [name, [...held.keys()].map((url) => url.slice(ORIGIN.length))]),
      ),
  };
}
