import { createECDH, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Trouble } from "./trouble.mjs";

/** What the portal needs that nobody may guess. Each is 32 random bytes in base64url unless the environment gives it. */
export const SECRET_NAMES = ["APP_SECRET", "DOOR_SECRET", "ENCRYPTION_KEY", "NEXTAUTH_SECRET"];
/** The pair of P-256 keys that push services know the portal by (RFC 8292). Browsers hold on to the public one. */
const PUSH_KEYS = ["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY"];
/** What the portal's own processes are given in their environment. */
export const GIVEN_NAMES = [...SECRET_NAMES, ...PUSH_KEYS];
const DATABASE_PASSWORDS = ["databaseAdminPassword", "databaseWebPassword"];
const BYTES = 32;
const MAKE_ONE = `make one with: node -p "crypto.randomBytes(32).toString('base64url')"`;

export function makePushKeys() {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  // Written with its leading zeros, which a private key may have.
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  return { VAPID_PUBLIC_KEY: pair.getPublicKey("base64url"), VAPID_PRIVATE_KEY: privateKey.toString("base64url") };
}

/** Whether two keys in base64url are a pair of P-256, the public one uncompressed. */
export function arePushKeys({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY }) {
  if (!/^[A-Za-z0-9_-]{87}$/.test(VAPID_PUBLIC_KEY) || !/^[A-Za-z0-9_-]{43}$/.test(VAPID_PRIVATE_KEY)) return false;
  try {
    const pair = createECDH("prime256v1");
    pair.setPrivateKey(Buffer.from(VAPID_PRIVATE_KEY, "base64url"));
    return pair.getPublicKey("base64url") === VAPID_PUBLIC_KEY;
  } catch {
    return false;
  }
}

export const isBase64Url32 = (text) => /^[A-Za-z0-9_-]{43}=?$/.test(text);

/**
 * Completes what is kept: { kept, secrets, changed }. A secret given in the environment is used and never kept.
 * @param {Record<string, string>} kept what secrets.json holds
 * @param {Record<string, string | undefined>} env
 * @param {() => string} generate
 */
export function completeSecrets(kept, env, generate) {
  const complete = { ...kept };
  const secrets = {};
  for (const name of [...SECRET_NAMES, ...DATABASE_PASSWORDS]) {
    const given = SECRET_NAMES.includes(name) ? env[name] : undefined;
    if (!given) complete[name] ??= generate();
    secrets[name] = given || complete[name];
  }
  const isPairGiven = PUSH_KEYS.some((name) => env[name]);
  if (!isPairGiven && PUSH_KEYS.some((name) => !complete[name])) Object.assign(complete, makePushKeys());
  for (const name of PUSH_KEYS) secrets[name] = (isPairGiven ? env[name] : complete[name]) ?? "";
  const changed = Object.keys(complete).some((name) => complete[name] !== kept[name]);
  return { kept: complete, secrets, changed };
}

function readKept(file) {
  let text;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw new Trouble(`${file} cannot be read (${error.code})`, {
      wayOut: "start as the user who owns it, or choose another DATA_DIR",
      cause: error,
    });
  }
  try {
    const kept = JSON.parse(text);
    if (Object.values(kept).every((value) => typeof value === "string" && value.length >= BYTES)) return kept;
  } catch {
    // Falls through to the same words as a file that parses and holds something else.
  }
  throw new Trouble(`${file} is damaged`, { wayOut: "put it back from your backup; it opens this database" });
}

/** The secrets of one DATA_DIR, generated on the first start and kept there for their owner alone. */
export function openSecrets(dataDir, env = process.env) {
  const file = path.join(dataDir, "secrets.json");
  const { kept, secrets, changed } = completeSecrets(readKept(file), env, () =>
    randomBytes(BYTES).toString("base64url"),
  );
  if (!isBase64Url32(secrets.ENCRYPTION_KEY)) {
    throw new Trouble("ENCRYPTION_KEY is not 32 bytes in base64url", {
      wayOut: MAKE_ONE,
    });
  }
  const short = SECRET_NAMES.find((name) => secrets[name].length < BYTES);
  if (short) throw new Trouble(`${short} has fewer than ${BYTES} characters`, { wayOut: MAKE_ONE });
  if (!arePushKeys(secrets)) {
    throw new Trouble("VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY are not a pair of keys", {
      wayOut: "set both, from `npx web-push generate-vapid-keys`, or neither to have them made for you",
    });
  }
  if (changed) {
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    fs.renameSync(draft, file);
  }
  fs.chmodSync(file, 0o600);
  return secrets;
}

/** True when a database is there but the passwords that open it are not. */
export const areSecretsLost = (dataDir) =>
  fs.existsSync(path.join(dataDir, "postgres", "data", "PG_VERSION")) &&
  !fs.existsSync(path.join(dataDir, "secrets.json"));
