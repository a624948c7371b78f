import { createHash } from "node:crypto";

/**
 * JSON with the keys of every object in order: equal values give equal text. Undefined members are left out; of bytes their
 * SHA-256 stands.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, member: unknown) {
    // A Buffer has made a long list of itself by now; the holder still has it.
    const bytes = this[key];
    if (bytes instanceof Uint8Array) return { sha256: sha256Of(bytes) };
    return member !== null && typeof member === "object" && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member;
  });
}

/** SHA-256 of bytes, in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** SHA-256 of the canonical JSON, in hex. */
export function canonicalHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
