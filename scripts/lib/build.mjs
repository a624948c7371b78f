import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { runLogged } from "./processes.mjs";

const FOLDERS = ["app", "components", "content", "db", "lib", "public", "styles"];
const ROOT_FILE =
  /^(next\.config|postcss\.config|proxy|instrumentation|instrumentation-client|package|package-lock|tsconfig)\.[a-z]+$/;
const NOT_BUILT = /\.(test|spec)\.[a-z]+$|\.(md|tsbuildinfo)$/;
const BUILT_MARKDOWN = /^content\//;

/** True for a file, named from the root with forward slashes, that can change what `next build` makes. */
export function isBuildInput(file) {
  const [top, ...rest] = file.split("/");
  if (rest.length === 0) return ROOT_FILE.test(file) && !NOT_BUILT.test(file);
  return FOLDERS.includes(top) && (BUILT_MARKDOWN.test(file) || !NOT_BUILT.test(file));
}

/** One hash for many files, whatever the order they come in. */
export function hashFiles(files) {
  const hash = createHash("sha256");
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** The hash of everything the build is made from. */
export function hashSource(root) {
  const files = fs.readdirSync(root).filter((name) => isBuildInput(name));
  for (const folder of FOLDERS) {
    const within = path.join(root, folder);
    if (!fs.existsSync(within)) continue;
    for (const entry of fs.readdirSync(within, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join("/");
      if (isBuildInput(file)) files.push(file);
    }
  }
  return hashFiles(files.map((file) => [file, fs.readFileSync(path.join(root, file))]));
}

const stampFile = (root) => path.join(root, ".next", "plumbline-build.json");

/** True when .next holds a finished build of this very source. */
export function isBuilt(root, sourceHash) {
  try {
    const stamp = JSON.parse(fs.readFileSync(stampFile(root), "utf8"));
    return stamp.source === sourceHash && fs.readFileSync(path.join(root, ".next", "BUILD_ID"), "utf8") === stamp.build;
  } catch {
    return false;
  }
}

export async function build(root, { logFile }) {
  const source = hashSource(root);
  fs.rmSync(stampFile(root), { force: true });
  await runLogged(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    logFile,
    failure: "the build failed",
  });
  const stamp = { source, build: fs.readFileSync(path.join(root, ".next", "BUILD_ID"), "utf8") };
  fs.writeFileSync(stampFile(root), `${JSON.stringify(stamp)}\n`);
}
