// What of the portal works without a network. It belongs to one build: its address says which.
//
// - Files whose names hold their own hash are taken from the device first.
// - A patient's pages come from the network; when it is away or slow, the last good copy does. Copies lie in a cache named for
//   the session and end with it.
// - What was to be sent lies in a database the pages keep; when the browser finds a network and no page is open, it is sent.
// - Everything else is left to the network, and nothing that changes anything is ever kept.

const BUILD = new URL(self.location.href).searchParams.get("build") ?? "none";
const FILES = `plumbline-files-${BUILD}`;
const OWN = "plumbline-own-";
const OUTGOING = "plumbline-outgoing";
const FALLBACK = "/offline";

/** How long a page may take while there is a copy of it; and for a while after one took longer. */
const PATIENCE_MS = 4_000;
const SHORT_PATIENCE_MS = 700;
const SLOW_FOR_MS = 20_000;
/** A copy this young is not fetched anew, the list of the day and what follows from it sooner; one this old is not shown. */
const FRESH_MS = 10 * 60_000;
const FRESH_DAY_MS = 30_000;
const OLDEST_MS = 14 * 86_400_000;
const MOST_COPIES = 120;

/** The pages that are kept; and those nobody is taken away from in the middle. */
const KEPT = /^\/(today|session|read|questions|me\/waiting)(\/|$)/;
const OF_THE_DAY = /^\/(today|session|questions.*)$/;
const BUSY = /^\/(session|questions\/|history\/)/;
const HASHED = /\/_next\/static\/[\w./~@%+-]+\.(?:js|css|woff2)/g;
const PICTURES = /\/api\/media\/[0-9a-f-]{36}/g;

let slowUntil = 0;
let keeping = Promise.resolve();

self.addEventListener("install", (event) => {
  event.waitUntil(keepFallback());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(clearOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(fileOf(request));
  else if (url.pathname.startsWith("/api/media/")) event.respondWith(pictureOf(request));
  else if (request.mode === "navigate") event.respondWith(pageOf(event, url));
  else if (request.headers.get("RSC") && !request.headers.get("Next-Router-Prefetch")) {
    event.respondWith(partOf(request, url));
  }
});

self.addEventListener("message", (event) => {
  const { type, session, addresses } = event.data ?? {};
  if (type === "take-over") event.waitUntil(takeOver());
  if (type === "keep" && /^[\w-]{1,64}$/.test(session) && Array.isArray(addresses)) {
    keeping = keeping.then(() => keep(session, addresses)).catch(() => undefined);
    event.waitUntil(keeping);
  }
});

self.addEventListener("sync", (event) => {
  if (event.tag === OUTGOING) event.waitUntil(navigator.locks.request(OUTGOING, sendKept));
});

self.addEventListener("push", (event) => {
  const { title, body, url, tag } = readPush(event.data);
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: "/icons/icon-192.png", data: { url } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = String(event.notification.data?.url ?? "/today");
  event.waitUntil(show(/^\/(?![/\\])/.test(path) ? path : "/today"));
});

const inOrder = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const ageOf = (response) => Date.now() - Number(response.headers.get("x-kept-at") ?? 0);
/** One from a time to come was kept while the device's clock was wrong: nobody knows how old it is. */
const isYoung = (response, most) => ageOf(response) >= 0 && ageOf(response) < most;
const isPage = (response) => response.ok && (response.headers.get("content-type") ?? "").includes("text/html");
const isSignIn = (address) => new URL(address, self.location.href).pathname.startsWith("/sign-in");

/** What a copy is called: an exercise's address says of which day it is, any other page is one page. */
const nameOf = ({ pathname, searchParams }) => {
  if (!pathname.startsWith("/session/")) return pathname;
  const search = new URLSearchParams(searchParams);
  search.delete("_rsc");
  return search.size > 0 ? `${pathname}?${search}` : pathname;
};

async function ownNames() {
  return (await caches.keys()).filter((name) => name.startsWith(OWN));
}

/** The copies of whoever is signed in; null when nobody's are kept. */
async function ownCopies() {
  const name = (await ownNames()).find((one) => one.endsWith(`.${BUILD}`));
  return name ? caches.open(name) : null;
}

async function forgetPages(but) {
  const others = (await ownNames()).filter((name) => name !== but);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function clearOthers() {
  const names = await caches.keys();
  const old = names.filter(
    (name) =>
      (name.startsWith("plumbline-files-") && name !== FILES) || (name.startsWith(OWN) && !name.endsWith(`.${BUILD}`)),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A newer build takes the place of an older one once nobody is in the middle of something. */
async function takeOver() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.every(({ url }) => !BUSY.test(new URL(url).pathname))) await self.skipWaiting();
}

async function keepFallback() {
  const response = await fetch(FALLBACK, { credentials: "omit", cache: "no-store" });
  if (!isPage(response)) throw new Error("the offline page is not there");
  await keepFiles(await response.clone().text());
  await (await caches.open(FILES)).put(FALLBACK, response);
}

async function fileOf(request) {
  const files = await caches.open(FILES);
  const kept = await files.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) await files.put(request, response.clone()).catch(() => undefined);
  return response;
}

async function pictureOf(request) {
  const kept = await (await ownCopies())?.match(request.url);
  return kept ?? fetch(request);
}

/** Rejects when the network takes longer than one waits for what is on the device already. */
function inTime(work) {
  const patience = Date.now() < slowUntil ? SHORT_PATIENCE_MS : PATIENCE_MS;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      slowUntil = Date.now() + SLOW_FOR_MS;
      reject(new Error("slow"));
    }, patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function copyOf(copies, url) {
  const kept = copies && KEPT.test(url.pathname) ? await copies.match(nameOf(url)) : undefined;
  return kept && ageOf(kept) < OLDEST_MS ? kept : undefined;
}

async function pageOf(event, url) {
  const copies = await ownCopies();
  const kept = await copyOf(copies, url);
  const work = fetch(event.request);
  event.waitUntil(work.then((response) => noted(copies, url, response)).catch(() => undefined));
  try {
    const response = await (kept ? inTime(work) : work);
    return response.status >= 500 && kept ? kept : response;
  } catch {
    return kept ?? (await caches.match(FALLBACK)) ?? Response.error();
  }
}

/**
 * Keeps a page that came, lets go of one that is there no longer, and of all of them when nobody is signed in: only a
 * questionnaire that was answered leads elsewhere otherwise.
 */
async function noted(copies, url, response) {
  if (isSignIn(url.href) && response.status === 200) return forgetPages();
  if (!copies || !KEPT.test(url.pathname)) return;
  if (isPage(response) && !response.redirected) await keepPage(copies, nameOf(url), response.clone());
  else if (response.type === "opaqueredirect" && !url.pathname.startsWith("/questions/")) await forgetPages();
  else if (response.type === "opaqueredirect" || response.status === 404) await copies.delete(nameOf(url));
}

/** A part of a page, for a page that is open. Without a network the page asks for the whole of the other one instead. */
async function partOf(request, url) {
  const kept = await copyOf(await ownCopies(), url);
  const work = fetch(request);
  try {
    const response = await (kept ? inTime(work) : work);
    if (response.redirected && isSignIn(response.url)) await forgetPages();
    return response.status >= 500 && kept ? Response.error() : response;
  } catch {
    return Response.error();
  }
}

async function keepFiles(text) {
  const files = await caches.open(FILES);
  for (const address of new Set(text.match(HASHED))) {
    if (await files.match(address)) continue;
    const response = await fetch(address);
    if (response.status !== 200) continue;
    const isStyle = address.endsWith(".css");
    const style = isStyle ? await response.clone().text() : "";
    await files.put(address, response);
    for (const [, font] of style.matchAll(/url\(["']?([^"')]+\.woff2)/g)) {
      const { pathname } = new URL(font, new URL(address, self.location.href));
      if (!(await files.match(pathname))) await files.add(pathname).catch(() => undefined);
    }
  }
}

async function keepPage(copies, name, response) {
  const text = await response.text();
  await keepFiles(text);
  for (const picture of new Set(text.match(PICTURES))) {
    if (!(await copies.match(picture))) await copies.add(picture).catch(() => undefined);
  }
  const headers = new Headers(response.headers);
  headers.set("x-kept-at", String(Date.now()));
  await copies.put(name, new Response(text, { status: 200, headers }));
}

/** Keeps what the day needs, one page after another, for this session and no other. */
async function keep(session, addresses) {
  const name = `${OWN}${session}.${BUILD}`;
  await forgetPages(name);
  const copies = await caches.open(name);
  for (const address of addresses.slice(0, MOST_COPIES)) {
    const url = new URL(address, self.location.href);
    if (url.origin !== self.location.origin || !KEPT.test(url.pathname)) continue;
    const kept = await copies.match(nameOf(url));
    if (kept && isYoung(kept, OF_THE_DAY.test(url.pathname) ? FRESH_DAY_MS : FRESH_MS)) continue;
    const response = await fetch(url, { headers: { Accept: "text/html" }, cache: "no-store" });
    if (response.redirected && isSignIn(response.url)) return forgetPages();
    // Signing out may have come in between.
    if (!(await caches.has(name))) return;
    if (isPage(response) && !response.redirected) await keepPage(copies, nameOf(url), response);
    else if (response.status < 500) await copies.delete(nameOf(url));
  }
  for (const request of (await copies.keys()).slice(0, -MOST_COPIES)) await copies.delete(request);
}

/** Sends what waits, in order, and stops at the first thing that does not go: the pages know what to do about it. */
async function sendKept() {
  const opening = indexedDB.open("plumbline-own", 1);
  // No page has made it: nothing waits.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const database = await inOrder(opening).catch(() => null);
  if (!database) return;
  try {
    const store = (mode) => database.transaction("outgoing", mode).objectStore("outgoing");
    const items = await inOrder(store("readonly").index("seq").getAll());
    const isStuck = items.some(({ kind, refusal }) => refusal && kind.startsWith("questionnaires."));
    for (const item of items) {
      if (item.refusal || item.sentAt) continue;
      if (item.body.draftId && (isStuck || items.some(({ id, standsFor }) => id === item.body.draftId && standsFor)))
        return;
      const { who, kind, body } = item;
      const response = await fetch("/api/sync", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ who, kind, body }),
      });
      const answer = await response.json().catch(() => null);
      if (!answer?.ok || (kind === "questionnaires.open-draft" && answer.value?.draftId !== item.id)) return;
      const place = store("readwrite");
      const now = await inOrder(place.get(item.key));
      if (now?.seq !== item.seq) continue;
      if (kind === "questionnaires.save-answer") place.delete(item.key);
      else place.put({ ...item, body: kind === "questionnaires.open-draft" ? body : {}, sentAt: Date.now() });
      await new Promise((resolve, reject) => {
        place.transaction.oncomplete = resolve;
        place.transaction.onabort = reject;
      });
    }
  } finally {
    database.close();
    const channel = new BroadcastChannel(OUTGOING);
    channel.postMessage(null);
    channel.close();
  }
}

/** What a push message says; a plain sentence when it is of another version. */
function readPush(data) {
  const plain = { title: "Plumbline", body: "Your list for today is waiting.", url: "/today", tag: "plumbline" };
  try {
    const given = data.json();
    const isWhole = Object.keys(plain).every((name) => typeof given[name] === "string");
    return isWhole && /^\/(?![/\\])/.test(given.url) ? given : plain;
  } catch {
    return plain;
  }
}

async function show(path) {
  const pages = await self.clients.matchAll({ type: "window" });
  const open = pages.find(({ url }) => new URL(url).pathname === path) ?? null;
  await (open ? open.focus() : self.clients.openWindow(path));
}
