import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AwsClient } from "aws4fetch";
import { env } from "./env";
import { AppError } from "./errors";
import { newId } from "./ids";
import { logEvent } from "./log";

/**
 * Where the bytes of photos are kept. What is kept is named by its own SHA-256, under the clinic: putting it twice changes
 * nothing, and what no row names harms nobody. Throws AppError unavailable when the place cannot be reached or written to.
 */
export type MediaStore = {
  put: (key: MediaKey, bytes: Uint8Array, contentType: string) => Promise<void>;
  /** Null when it is not there. */
  get: (key: MediaKey) => Promise<Uint8Array | null>;
};

export type MediaKey = { clinicId: string; sha256: string };

type Bucket = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string };

/** More than any photo that is kept. */
const MOST_BYTES = 10 * 1024 * 1024;
const PATIENCE_MS = 10_000;

/** "CLINIC/SHA-256": it names nothing outside its folder, whatever was asked for. */
export function mediaPath({ clinicId, sha256 }: MediaKey): string {
  if (!/^[0-9a-f-]{36}$/.test(clinicId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error("this names no photo");
  return `${clinicId}/${sha256}`;
}

function away(error: unknown, code?: string): AppError {
  logEvent("photos cannot be reached", code ? { code } : {}, error);
  return new AppError("unavailable", {
    message: "We cannot reach the place where photos are kept just now. Please try again in a moment.",
    cause: error,
  });
}

const isAbsent = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

/** A folder of this machine. A file is there whole or not at all. */
export function folderStore(folder: string): MediaStore {
  return {
    async put(key, bytes) {
      const path = join(folder, mediaPath(key));
      const draft = `${path}.${newId()}.part`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        try {
          const file = await open(draft, "wx", 0o600);
          try {
            await file.writeFile(bytes);
            await file.sync();
          } finally {
            await file.close();
          }
          await rename(draft, path);
        } finally {
          await rm(draft, { force: true });
        }
      } catch (error) {
        throw away(error);
      }
    },
    async get(key) {
      try {
        return await readFile(join(folder, mediaPath(key)));
      } catch (error) {
        if (isAbsent(error)) return null;
        throw away(error);
      }
    },
  };
}

/** What is sent, and an Error when it is more than any photo is. */
async function bodyOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > MOST_BYTES) throw new Error("the bucket sends more than a photo");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A bucket of an S3-compatible service, by its path: https://endpoint/bucket/clinic/sha256. */
export function bucketStore({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Bucket): MediaStore {
  const client = new AwsClient({ service: "s3", region, accessKeyId, secretAccessKey, retries: 2, initRetryMs: 100 });
  const address = (key: MediaKey) => `${endpoint.replace(/\/+$/, "")}/${bucket}/${mediaPath(key)}`;
  const ask = async (key: MediaKey, init: RequestInit) => {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      return await client.fetch(address(key), { ...init, signal, redirect: "error", cache: "no-store" });
    } catch (error) {
      throw away(error);
    }
  };
  const refused = async (response: Response) => {
    await response.body?.cancel();
    return away(new Error("the bucket refused"), `S3 ${response.status}`);
  };
  return {
    async put(key, bytes, contentType) {
      const response = await ask(key, {
        method: "PUT",
        body: new Uint8Array(bytes),
        headers: { "Content-Type": contentType, "X-Amz-Content-Sha256": key.sha256 },
      });
      if (!response.ok) throw await refused(response);
      await response.body?.cancel();
    },
    async get(key) {
      const response = await ask(key, { method: "GET" });
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      if (!response.ok) throw await refused(response);
      try {
        return await bodyOf(response);
      } catch (error) {
        throw away(error);
      }
    },
  };
}

/** The bucket the settings name, or null when photos are kept in DATA_DIR. */
function bucketOf(settings: ReturnType<typeof env>): Bucket | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}

/** True when photos are kept in a bucket, and a backup of this machine does not hold them. */
export function isInBucket(): boolean {
  return bucketOf(env()) !== null;
}

/** Where this portal keeps its photos. */
export function mediaStore(): MediaStore {
  const bucket = bucketOf(env());
  return bucket ? bucketStore(bucket) : folderStore(join(resolve(env().DATA_DIR), "media"));
}
