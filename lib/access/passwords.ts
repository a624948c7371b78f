import { hash, verify } from "@node-rs/argon2";
import { COMMON_PASSWORDS } from "./common-passwords";

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

/** Why a password is refused, in words for the field, or null. 12 to 128 characters, no rule of composition, not a common one. */
export function passwordProblem(password: string): string | null {
  const characters = [...password].length;
  if (characters < 12) return "Use at least 12 characters. Three or four unrelated words work well.";
  if (characters > 128) return "Use at most 128 characters.";
  const plain = password.toLowerCase().replace(/\s+/g, "");
  if (new Set(plain).size < 4) return "This repeats the same few characters. Try three or four unrelated words.";
  if (COMMON_PASSWORDS.has(plain))
    return "Many people use this one, so it is easily guessed. Try three or four unrelated words.";
  return null;
}
