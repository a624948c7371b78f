import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "@/lib/core/env";

const key = () => Buffer.from(env().ENCRYPTION_KEY, "base64url").subarray(0, 32);

/** AES-256-GCM under the server's key: "v1.nonce.tag.text", base64url. `bind` is what the text belongs to and must be given again. */
export function encrypt(text: string, bind: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(bind));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return ["v1", nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/** Undoes encrypt(). Throws when the text was changed, the key is another, or it belongs to something else. */
export function decrypt(sealed: string, bind: string): string {
  const [version, nonce, tag, text] = sealed.split(".");
  if (version !== "v1" || !nonce || !tag || text === undefined) throw new Error("not an encrypted value");
  const decipher = createDecipheriv("aes-256-gcm", key(), Buffer.from(nonce, "base64url"))
    .setAAD(Buffer.from(bind))
    .setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
}
