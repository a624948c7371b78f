const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];

/** The name of the package that a lockfile entry such as node_modules/a/node_modules/@b/c installs. */
export const packageNameOf = (where) => where.slice(where.lastIndexOf("node_modules/") + "node_modules/".length);

/** -1, 0 or 1. A version with a suffix (18.4.0-beta.17) comes before the same version without, and suffixes by their parts. */
export function compareVersions(a, b) {
  const parse = (text) => {
    const [core, ...suffix] = text.split("+")[0].split("-");
    return { numbers: core.split(".").map(Number), suffix: suffix.join("-") };
  };
  const [left, right] = [parse(a), parse(b)];
  for (const at of [0, 1, 2]) {
    const difference = (left.numbers[at] ?? 0) - (right.numbers[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  if (left.suffix === right.suffix) return 0;
  if (!left.suffix || !right.suffix) return left.suffix ? -1 : 1;
  return Math.sign(left.suffix.localeCompare(right.suffix, "en", { numeric: true }));
}

/** Finds the entry that a package's dependency resolves to, as Node does: from its own folder outwards. */
function resolveEntry(packages, from, name) {
  for (let folder = from; ; ) {
    const where = `${folder ? `${folder}/` : ""}node_modules/${name}`;
    if (packages[where]) return packages[where];
    if (!folder) return null;
    const outer = folder.lastIndexOf("/node_modules/");
    folder = outer === -1 ? "" : folder.slice(0, outer);
  }
}

function eachOptional(packages) {
  return Object.entries(packages).flatMap(([where, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).map(([name, range]) => ({ where, entry, name, range })),
  );
}

const isExact = (range) => /^\d+\.\d+\.\d+[\w.+-]*$/.test(range);
const missingOptionals = (packages) =>
  eachOptional(packages).filter(({ where, name }) => !resolveEntry(packages, where, name));

/** The platform that a package such as @next/swc-linux-x64-musl says in its name; null when it says none. */
export function platformOfName(name) {
  const parts = name.slice(name.indexOf("/") + 1).split("-");
  if (parts.includes("wasm32")) return { cpu: ["wasm32"] };
  const at = parts.findIndex((part) => SYSTEMS.includes(part));
  const cpu = parts[at + 1];
  if (at === -1 || !cpu) return null;
  const isMusl = parts.some((part) => part.startsWith("musl"));
  const isGlibc = parts.some((part) => part.startsWith("gnu"));
  const libc = isMusl ? { libc: ["musl"] } : isGlibc ? { libc: ["glibc"] } : {};
  return { cpu: [cpu], os: [parts[at]], ...libc };
}

/** Adds the builds for other platforms that a lockfile lacks: { lock, added }. Their version is the one the parent names. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const { entry, name, range } of missingOptionals(packages)) {
    const platform = platformOfName(name);
    if (!platform || !isExact(range) || packages[`node_modules/${name}`]) continue;
    const { cpu, os, libc } = platform;
    packages[`node_modules/${name}`] = {
      version: range,
      cpu,
      ...(entry.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      ...(os ? { os } : {}),
    };
    added.push(name);
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

function checkInstallScripts(entries, allowScripts, reasons) {
  const needed = new Set(entries.filter(([, entry]) => entry.hasInstallScript).map(([where]) => packageNameOf(where)));
  const problems = [];
  for (const name of needed) {
    if (!Object.hasOwn(allowScripts, name))
      problems.push(`${name} runs an install script that allowScripts does not name`);
  }
  for (const name of Object.keys(allowScripts)) {
    if (!needed.has(name)) problems.push(`allowScripts names ${name}, which runs no install script`);
    if (!reasons[name]) problems.push(`install-scripts.json does not say why ${name} may or may not run its script`);
  }
  for (const name of Object.keys(reasons)) {
    if (!Object.hasOwn(allowScripts, name))
      problems.push(`install-scripts.json names ${name}, which allowScripts does not`);
  }
  return problems;
}

function checkFloors(entries, floors) {
  const problems = [];
  for (const [name, { minVersion, why }] of Object.entries(floors)) {
    const found = entries.filter(([where]) => packageNameOf(where) === name);
    if (found.length === 0) problems.push(`floors.json names ${name}, which is not installed`);
    for (const [where, { version }] of found) {
      if (compareVersions(version, minVersion) < 0)
        problems.push(`${where} is ${version}, below ${minVersion}: ${why}`);
    }
  }
  return problems;
}

/** A build for one platform whose exact version a parent names, and whose hash npm could not learn here. */
const isPlatformBuild = (entry) => entry.optional === true && Boolean(entry.cpu) && isExact(entry.version ?? "");

function checkEntries(entries) {
  const problems = [];
  const unpinned = [];
  for (const [where, entry] of entries) {
    if (entry.link) continue;
    if (entry.resolved?.startsWith("http:"))
      problems.push(`${where} comes over http, which anyone on the way can change`);
    if (entry.resolved && !/^https:/.test(entry.resolved)) problems.push(`${where} comes from ${entry.resolved}`);
    if (entry.integrity?.startsWith("sha512-")) continue;
    if (!entry.integrity && isPlatformBuild(entry)) unpinned.push(where);
    else problems.push(`${where} has no sha512 hash`);
  }
  return { problems, unpinned };
}

/**
 * What is wrong with what npm would install: { problems, notes }.
 * @param {{ lock: object, allowScripts: Record<string, boolean>, reasons: Record<string, string>, floors: Record<string, { minVersion: string, why: string }> }} supply
 */
export function checkSupply({ lock, allowScripts, reasons, floors }) {
  if (lock.lockfileVersion !== 3) return { problems: ["package-lock.json is not of version 3"], notes: [] };
  const entries = Object.entries(lock.packages).filter(([where]) => where !== "");
  const { problems, unpinned } = checkEntries(entries);
  const missing = missingOptionals(lock.packages).map(({ name }) => name);
  if (missing.length > 0) {
    problems.push(`npm ci would refuse the lockfile without ${missing.join(", ")}: node scripts/complete-lock.mjs`);
  }
  problems.push(...checkInstallScripts(entries, allowScripts, reasons), ...checkFloors(entries, floors));
  const notes = [`${entries.length} packages, ${unpinned.length} builds for other platforms held by version alone`];
  return { problems, notes };
}
