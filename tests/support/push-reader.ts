import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from "node:crypto";

/** What a browser holds of its own of a push subscription; all of it base64url. */
export type PushKeys = { privateKey: string; p256dh: string; auth: string };

const bytes = (text: string) => Buffer.from(text, "base64url");
const derived = (ikm: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync("sha256", ikm, salt, info, length));

/**
 * Opens a sealed push message as a browser does, by the text of the rules alone (RFC 8291, section 3.4; RFC 8188, section 2): one
 * record, with its padding taken off. Throws when it was not sealed for these keys, or was changed on its way.
 */
export function openedPush(body: Buffer, { privateKey, p256dh, auth }: PushKeys): string {
  const salt = body.subarray(0, 16);
  const recordSize = body.readUInt32BE(16);
  const sender = body.subarray(21, 21 + body.readUInt8(20));
  const record = body.subarray(21 + sender.length);
  if (record.length > recordSize) throw new Error("more than one record");
  const own = createECDH("prime256v1");
  own.setPrivateKey(bytes(privateKey));
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), bytes(p256dh), sender]);
  const ikm = derived(own.computeSecret(sender), bytes(auth), info, 32);
  const key = derived(ikm, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derived(ikm, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const opening = createDecipheriv("aes-128-gcm", key, nonce);
  opening.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([opening.update(record.subarray(0, -16)), opening.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error("not the last record");
  return padded.subarray(0, end).toString("utf8");
}

/** What a sender says of itself (RFC 8292), once its signature was found right; throws when it is not. */
export function vapidClaims(authorization: string): { aud: string; exp: number; sub: string; key: string } {
  const [, token = "", key = ""] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = bytes(key);
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = Buffer.from(`${head}.${claims}`);
  if (!verify("sha256", signed, { key: publicKey, dsaEncoding: "ieee-p1363" }, bytes(signature))) {
    throw new Error("the signature is wrong");
  }
  return { ...JSON.parse(bytes(claims).toString()), key };
}
