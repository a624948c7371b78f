import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  checkSupply,
  compareVersions,
  completeLock,
  type Lock,
  type LockEntry,
  packageNameOf,
  platformOfName,
  type Supply,
} from "../../../scripts/lib/supply.mjs";

const HASH = "sha512-abc";
const entry = (more: LockEntry = {}): LockEntry => ({ version: "1.2.3", integrity: HASH, ...more });
const lockOf = (packages: Record<string, LockEntry>): Lock => ({
  lockfileVersion: 3,
  packages: { "": {}, ...packages },
});
const check = (packages: Record<string, LockEntry>, more: Partial<Supply> = {}) =>
  checkSupply({ lock: lockOf(packages), allowScripts: {}, reasons: {}, floors: {}, ...more }).problems;

describe("checkSupply", () => {
  it("has nothing to say of a lockfile in order", () => {
    expect(check({ "node_modules/a": entry() })).toEqual([]);
  });

  it("accepts this project's own lockfile and lists", () => {
    const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
    const { problems } = checkSupply({
      lock: read("package-lock.json"),
      allowScripts: read("package.json").allowScripts,
      reasons: read("scripts/supply/install-scripts.json"),
      floors: read("scripts/supply/floors.json"),
    });
    expect(problems).toEqual([]);
  });

  it("wants every install script listed with its reason, and nothing listed that is not there", () => {
    const packages = { "node_modules/a": entry({ hasInstallScript: true }), "node_modules/b": entry() };
    expect(check(packages)).toEqual([expect.stringContaining("a runs an install script")]);
    expect(check(packages, { allowScripts: { a: true } })).toEqual([expect.stringContaining("does not say why a")]);
    expect(check(packages, { allowScripts: { a: true }, reasons: { a: "needed" } })).toEqual([]);
    expect(check(packages, { allowScripts: { a: true, b: true }, reasons: { a: "x", b: "x" } })).toEqual([
      expect.stringContaining("allowScripts names b"),
    ]);
    expect(check(packages, { allowScripts: { a: true }, reasons: { a: "x", c: "x" } })).toEqual([
      expect.stringContaining("install-scripts.json names c"),
    ]);
  });

  it("holds every copy of a package to its floor", () => {
    const packages = {
      "node_modules/a": entry({ version: "2.0.0" }),
      "node_modules/b/node_modules/a": entry({ version: "1.9.9" }),
      "node_modules/b": entry(),
    };
    const floors = { a: { minVersion: "2.0.0", why: "a known hole" } };
    expect(check(packages, { floors })).toEqual(["node_modules/b/node_modules/a is 1.9.9, below 2.0.0: a known hole"]);
    expect(check(packages, { floors: { z: { minVersion: "1.0.0", why: "x" } } })).toEqual([
      expect.stringContaining("floors.json names z"),
    ]);
  });

  it.each([
    ["no hash", { integrity: undefined }],
    ["a weak hash", { integrity: "sha1-abc" }],
    ["http", { resolved: "http://example.org/a.tgz" }],
    ["git", { resolved: "git+ssh://git@example.org/a.git" }],
  ])("refuses %s", (_, more) => {
    expect(check({ "node_modules/a": entry(more) })).not.toEqual([]);
  });

  it("lets only another platform's build go without a hash", () => {
    const build = { version: "1.2.3", optional: true, cpu: ["arm64"], os: ["darwin"] };
    expect(check({ "node_modules/a-darwin-arm64": build })).toEqual([]);
    expect(check({ "node_modules/a-darwin-arm64": { ...build, optional: false } })).not.toEqual([]);
    expect(check({ "node_modules/a-darwin-arm64": { ...build, version: "^1.0.0" } })).not.toEqual([]);
  });

  it("refuses another lockfile version", () => {
    const lock = { ...lockOf({}), lockfileVersion: 2 };
    expect(checkSupply({ lock, allowScripts: {}, reasons: {}, floors: {} }).problems).toHaveLength(1);
  });
});

describe("completeLock", () => {
  const lock = lockOf({
    "node_modules/a": entry({
      optionalDependencies: { "@a/x-linux-x64-musl": "1.2.3", "@a/x-darwin-arm64": "1.2.3", odd: "^1" },
    }),
    "node_modules/@a/x-darwin-arm64": entry({ optional: true }),
  });

  it("adds the missing builds, with the platform their name says, and changes nothing else", () => {
    const done = completeLock(lock);
    expect(done.added).toEqual(["@a/x-linux-x64-musl"]);
    expect(done.lock.packages["node_modules/@a/x-linux-x64-musl"]).toEqual({
      version: "1.2.3",
      cpu: ["x64"],
      os: ["linux"],
      libc: ["musl"],
      optional: true,
    });
    expect(done.lock.packages).toMatchObject(lock.packages);
    expect(completeLock(done.lock).added).toEqual([]);
  });

  it("is asked for while builds are missing", () => {
    expect(checkSupply({ lock, allowScripts: {}, reasons: {}, floors: {} }).problems).toEqual([
      expect.stringContaining("@a/x-linux-x64-musl, odd"),
    ]);
  });
});

describe("names and versions", () => {
  it.each([
    ["1.2.3", "1.2.3", 0],
    ["1.2.3", "1.10.0", -1],
    ["2.0.0", "1.99.99", 1],
    ["18.4.0-beta.9", "18.4.0-beta.17", -1],
    ["18.4.0-beta.17", "18.4.0", -1],
    ["1.0.0+build", "1.0.0", 0],
  ])("compares %s with %s: %i", (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected);
    expect(compareVersions(b, a)).toBe(expected === 0 ? 0 : -expected);
  });

  it("reads the package's name from where it is installed", () => {
    expect(packageNameOf("node_modules/a/node_modules/@b/c")).toBe("@b/c");
  });

  it.each([
    ["@next/swc-linux-arm64-gnu", { os: ["linux"], cpu: ["arm64"], libc: ["glibc"] }],
    ["@biomejs/cli-win32-x64", { os: ["win32"], cpu: ["x64"] }],
    ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
    ["left-pad", null],
  ])("reads the platform of %s", (name, platform) => {
    expect(platformOfName(name)).toEqual(platform);
  });
});
