import { hash, verify } from "@node-rs/argon2";

/** argon2id, m = 47104 KiB, t = 1, p = 1: the second of OWASP's equivalent settings. */
const PARAMETERS = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes at once, so that a burst of sign-ins cannot take the machine's memory; the rest wait their turn. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The stored form of a password: a PHC string with its own salt. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), PARAMETERS));
}

let nobody: Promise<string> | undefined;

/**
 * True when the password is the one the hash was made from. With no hash (no such account) it does the same work against a
 * hash nobody has, and is false: the time taken does not tell which.
 */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("no account has this password");
  const against = stored ?? (await nobody);
  const right = await inTurn(() => verify(against, password.normalize("NFKC")));
  return right && stored !== null;
}
