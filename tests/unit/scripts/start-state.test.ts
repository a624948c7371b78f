import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseLock, takeLock } from "../../../scripts/lib/lock.mjs";
import { parsePostmasterPid } from "../../../scripts/lib/postgres.mjs";
import { identityOf, parseProcStat } from "../../../scripts/lib/processes.mjs";
import {
  arePushKeys,
  completeSecrets,
  isBase64Url32,
  makePushKeys,
  openSecrets,
  SECRET_NAMES,
} from "../../../scripts/lib/secrets.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-unit-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the lock of a DATA_DIR", () => {
  const file = () => join(folder, "lock.json");

  it("is held by one process, which the second is told of", async () => {
    const first = await takeLock(file(), { address: "http://127.0.0.1:3000" });
    const second = await takeLock(file());
    expect(first.lock).toBeDefined();
    expect(second.lock).toBeUndefined();
    expect(second.heldBy).toMatchObject({ holder: { pid: process.pid }, address: "http://127.0.0.1:3000" });
    first.lock?.release();
    expect(existsSync(file())).toBe(false);
  });

  it.each([
    ["whose process is gone", JSON.stringify({ holder: { pid: 2 ** 22 + 1, identity: "x" }, address: "" })],
    [
      "whose number another process has now",
      JSON.stringify({ holder: { pid: process.pid, identity: "x" }, address: "" }),
    ],
    ["that is damaged", "{half"],
  ])("replaces one %s", async (_, text) => {
    writeFileSync(file(), text);
    const taken = await takeLock(file());
    expect(taken.recovered).toBe(true);
    expect(parseLock(readFileSync(file(), "utf8"))?.holder.pid).toBe(process.pid);
  });

  it("does not release a lock that somebody else has taken since", async () => {
    const { lock } = await takeLock(file());
    writeFileSync(file(), "another's");
    lock?.release();
    expect(readFileSync(file(), "utf8")).toBe("another's");
  });

  it("remembers the web server", async () => {
    const { lock } = await takeLock(file());
    lock?.recordWeb(process.pid);
    expect(parseLock(readFileSync(file(), "utf8"))?.web?.pid).toBe(process.pid);
    lock?.release();
    expect(existsSync(file())).toBe(false);
  });

  it.each(["", "null", "[]", '{"holder":{"pid":-1,"identity":"x"}}', '{"holder":{"pid":1}}'])(
    "reads no lock in %j",
    (text) => {
      expect(parseLock(text)).toBeNull();
    },
  );
});

describe("processes", () => {
  it("know their own identity, and none for a number nobody has", () => {
    expect(identityOf(process.pid)).toBe(identityOf(process.pid));
    expect(identityOf(process.pid)).not.toBeNull();
    expect(identityOf(2 ** 22 + 1)).toBeNull();
    expect(identityOf(-1)).toBeNull();
  });

  it("are read from /proc even with brackets and spaces in their name", () => {
    const rest = ["S", ...Array.from({ length: 18 }, (_, at) => String(at)), "4711", "0"].join(" ");
    expect(parseProcStat(`12 (a) (b c) ${rest}`)).toEqual({ state: "S", startTicks: "4711" });
  });

  it("are read from postmaster.pid", () => {
    const text = "4321\n/data\n1700000000\n54321\n\n127.0.0.1\n  1 2\nready   \n";
    expect(parsePostmasterPid(text)).toEqual({ pid: 4321, port: 54321, isReady: true });
    expect(parsePostmasterPid("4321\n/data\n")).toEqual({ pid: 4321, port: 0, isReady: false });
    expect(parsePostmasterPid("")).toBeNull();
  });
});

describe("secrets", () => {
  it("are made once and kept for their owner alone", () => {
    const first = openSecrets(folder, {});
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(openSecrets(folder, {})).toEqual(first);
    for (const name of SECRET_NAMES) expect(isBase64Url32(first[name] ?? "")).toBe(true);
    expect(new Set(Object.values(first)).size).toBe(Object.values(first).length);
  });

  it("that the environment gives are used and never kept", () => {
    const given = "g".repeat(43);
    const { kept, secrets } = completeSecrets({ DOOR_SECRET: "kept" }, { APP_SECRET: given }, () => "made");
    expect(secrets).toMatchObject({ APP_SECRET: given, DOOR_SECRET: "kept", ENCRYPTION_KEY: "made" });
    expect(Object.values(kept)).not.toContain(given);
  });

  it("hold a pair of push keys, made once; one that is given is used and never kept", () => {
    const first = openSecrets(folder, {});
    const pairOf = ({ VAPID_PUBLIC_KEY = "", VAPID_PRIVATE_KEY = "" }) => ({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY });
    expect(arePushKeys(pairOf(first))).toBe(true);
    expect(pairOf(openSecrets(folder, {}))).toEqual(pairOf(first));
    const given = makePushKeys();
    expect(pairOf(openSecrets(folder, given))).toEqual(given);
    expect(readFileSync(join(folder, "secrets.json"), "utf8")).not.toContain(given.VAPID_PRIVATE_KEY);
    expect(arePushKeys({ ...given, VAPID_PRIVATE_KEY: makePushKeys().VAPID_PRIVATE_KEY })).toBe(false);
  });

  it.each([
    ["one push key without the other", () => undefined, { VAPID_PUBLIC_KEY: makePushKeys().VAPID_PUBLIC_KEY }],
    ["push keys that are no pair", () => undefined, { ...makePushKeys(), VAPID_PRIVATE_KEY: "A".repeat(43) }],
    ["a damaged file", () => writeFileSync(join(folder, "secrets.json"), "{"), {}],
    ["a file of something else", () => writeFileSync(join(folder, "secrets.json"), '{"APP_SECRET":7}'), {}],
    ["a key of the wrong length", () => undefined, { ENCRYPTION_KEY: "k".repeat(40) }],
    ["a secret that is short", () => undefined, { APP_SECRET: "short" }],
  ])("refuse %s and overwrite nothing", (_, arrange, env) => {
    arrange();
    const before = existsSync(join(folder, "secrets.json")) && readFileSync(join(folder, "secrets.json"), "utf8");
    expect(() => openSecrets(folder, env)).toThrow(expect.objectContaining({ name: "Trouble" }));
    const after = existsSync(join(folder, "secrets.json")) && readFileSync(join(folder, "secrets.json"), "utf8");
    expect(after).toBe(before);
  });
});
