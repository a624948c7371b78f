import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { env } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { bucketStore, isInBucket } from "@/lib/core/media-store";
import { uploadPhoto } from "@/lib/library/commands/upload";
import { getPhoto, readPhoto } from "@/lib/library/queries/photo";
import { testDatabase } from "@/tests/support/bench";
import type { TestClinic } from "@/tests/support/clinic";
import { makeEmptyClinic } from "@/tests/support/library";
import { putPhotoIn, TINY_PNG } from "@/tests/support/photo";

type Asked = { method: string; path: string; headers: IncomingMessage["headers"]; body: Buffer };

/** A bucket on this machine, as far as the portal needs one; `answer` says what it does with the next requests instead. */
const objects = new Map<string, Buffer>();
const asked: Asked[] = [];
let answer: number | "hang up" | null = null;
let server: Server;

function serve(): Promise<Server> {
  return new Promise((resolve) => {
    const made = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const [method = "", path = ""] = [request.method, request.url];
        const body = Buffer.concat(parts);
        asked.push({ method, path, headers: request.headers, body });
        if (answer === "hang up") {
          request.socket.destroy();
          return;
        }
        const found = objects.get(path);
        if (answer !== null)
          response.writeHead(answer, answer === 302 ? { Location: "/elsewhere" } : {}).end("<Error/>");
        else if (method === "PUT") {
          objects.set(path, body);
          response.writeHead(200).end();
        } else if (found) response.writeHead(200, { "Content-Type": "image/webp" }).end(found);
        else response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
      });
    });
    made.listen(0, "127.0.0.1", () => resolve(made));
  });
}

const database = testDatabase();
const at = { now: new Date("2026-03-10T10:00:00Z") };
let clinic: TestClinic;
const BUCKET = {
  bucket: "clinic-photos",
  region: "eu-west-2",
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "not to be sent",
};

beforeAll(async () => {
  server = await serve();
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    S3_ENDPOINT: `http://127.0.0.1:${port}/`,
    S3_BUCKET: BUCKET.bucket,
    S3_REGION: BUCKET.region,
    S3_ACCESS_KEY_ID: BUCKET.accessKeyId,
    S3_SECRET_ACCESS_KEY: BUCKET.secretAccessKey,
  });
  clinic = await makeEmptyClinic(database.admin());
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked.length = 0;
});
afterEach(() => {
  answer = null;
});

test("photos go into the bucket by its path, signed, and come back; nothing is kept on this machine", async () => {
  expect(isInBucket()).toBe(true);
  const id = await putPhotoIn(clinic.clinician, at.now);
  const { sha256 } = await getPhoto(clinic.clinician, { id });
  const { bytes } = await readPhoto(clinic.clinician, { id });
  const path = `/clinic-photos/${clinic.id}/${sha256}`;
  expect(asked.map((one) => `${one.method} ${one.path}`)).toEqual([`PUT ${path}`, `GET ${path}`]);
  const [put] = asked;
  expect(put?.headers).toMatchObject({
    "content-type": "image/webp",
    "content-length": String(bytes.length),
    "x-amz-content-sha256": sha256,
  });
  expect(
    createHash("sha256")
      .update(put?.body ?? "")
      .digest("hex"),
  ).toBe(sha256);
  for (const { headers } of asked) {
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-2\/s3\/aws4_request, SignedHeaders=\S*host\S*, Signature=[0-9a-f]{64}$/,
    );
    expect(JSON.stringify(headers)).not.toContain(BUCKET.secretAccessKey);
  }
  expect(readdirSync(env().DATA_DIR, { recursive: true }).filter((name) => `${name}`.includes(clinic.id))).toEqual([]);
});

test.each([403, 500, 503, 302, "hang up"] as const)(
  "a bucket that answers %s is told in plain words, and no row is left",
  async (wrong) => {
    answer = wrong;
    const id = newId();
    await expect(uploadPhoto.execute(clinic.clinician, { id, bytes: TINY_PNG }, at)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(/^We cannot reach the place where photos are kept/),
    });
    expect(await database.admin()`select 1 from library_media where id = ${id}`).toHaveLength(0);
    answer = null;
    await expect(uploadPhoto.execute(clinic.clinician, { id, bytes: TINY_PNG }, at)).resolves.toMatchObject({
      mediaId: id,
    });
    answer = wrong;
    await expect(readPhoto(clinic.clinician, { id })).rejects.toMatchObject({ code: "unavailable" });
  },
);

test("a photo that is not in the bucket, or is another there, is not found", async () => {
  const id = await putPhotoIn(clinic.clinician, at.now);
  const { sha256 } = await getPhoto(clinic.clinician, { id });
  const path = `/clinic-photos/${clinic.id}/${sha256}`;
  objects.set(path, Buffer.from("<script>alert(1)</script>"));
  await expect(readPhoto(clinic.clinician, { id })).rejects.toMatchObject({ code: "not-found" });
  objects.delete(path);
  await expect(readPhoto(clinic.clinician, { id })).rejects.toMatchObject({ code: "not-found" });
});

test("an answer larger than any photo is not taken", async () => {
  const { port } = server.address() as AddressInfo;
  const store = bucketStore({ ...BUCKET, endpoint: `http://127.0.0.1:${port}` });
  const key = { clinicId: clinic.id, sha256: "f".repeat(64) };
  objects.set(`/clinic-photos/${clinic.id}/${key.sha256}`, Buffer.alloc(10 * 1024 * 1024 + 1));
  await expect(store.get(key)).rejects.toMatchObject({ code: "unavailable" });
  objects.delete(`/clinic-photos/${clinic.id}/${key.sha256}`);
  await expect(store.get(key)).resolves.toBeNull();
});
