import { createHmac, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;

const totp = (secret: string, account: string) =>
  new TOTP({
    issuer: "Plumbline",
    label: account,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** A new secret of 160 bits, base32, as authenticator apps take it. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an authenticator app reads from a QR code. */
export function codeAddress(secret: string, account: string): string {
  return totp(secret, account).toString();
}

/**
 * The 30-second step a six-digit code stands for (RFC 6238), one step either side allowed for clocks that differ; null when it
 * is not a right code. A step may be used once: the caller keeps the last.
 */
export function codeStep(secret: string, code: string, at: Date): number | null {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totp(secret, "").validate({ token: digits, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten recovery codes of 50 bits, such as "k7m2p-9xq4h". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = Array.from(randomBytes(10), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}

/** What is stored of a recovery code: a keyed hash, case and dashes apart. */
export function hashRecoveryCode(code: string, key: string): string {
  return createHmac("sha256", key)
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ""))
    .digest("hex");
}
