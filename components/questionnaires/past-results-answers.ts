import type { Result } from "@/lib/core/errors";
import type { PastReport } from "@/lib/questionnaires/past-report";

/** What a file would do; or one sentence why it could not be looked at. */
export type Checked = PastReport | { ok: false; message: string };
type Brought = Result<{ added: number; known: number }>;

const SIGNED_OUT =
  "Your sign-in has run out. Sign in again in another tab, then come back here and press the button again.";
const LOST = "We cannot reach the portal. Check your connection and try again. The file is still chosen.";

const addressOf = (slug: string, query: string) => `/api/past-results/${encodeURIComponent(slug)}?${query}`;

function post(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  return fetch(address, { method: "POST", body: bytes, headers: { "Content-Type": "text/csv" } });
}

const isJson = (response: Response) => response.headers.get("Content-Type")?.includes("json") ?? false;

/** Asks what a file would do; nothing is written. */
export async function checkFile(slug: string, bytes: Uint8Array<ArrayBuffer>): Promise<Checked> {
  try {
    const response = await post(addressOf(slug, "mode=check"), bytes);
    if (response.redirected) return { ok: false, message: SIGNED_OUT };
    return isJson(response) ? ((await response.json()) as Checked) : { ok: false, message: LOST };
  } catch {
    return { ok: false, message: LOST };
  }
}

/** What each line of a file would do, as a file of its own; or one sentence why there is none. */
export async function listLines(slug: string, bytes: Uint8Array<ArrayBuffer>): Promise<Blob | { message: string }> {
  try {
    const response = await post(addressOf(slug, "mode=list"), bytes);
    if (response.redirected) return { message: SIGNED_OUT };
    return response.headers.get("Content-Type")?.startsWith("text/csv") ? await response.blob() : { message: LOST };
  } catch {
    return { message: LOST };
  }
}

type Line = { done: number; of: number } | Brought;

/**
 * Brings a file in and hears how far it has come. Null when the connection was cut before the end was told: then nobody knows whether it was
 * brought in, and sending it again under the same id is harmless.
 */
export async function bringFileIn(
  { slug, id, bytes }: { slug: string; id: string; bytes: Uint8Array<ArrayBuffer> },
  heard: (done: number, of: number) => void,
): Promise<Brought | null> {
  try {
    const response = await post(addressOf(slug, `mode=import&id=${id}`), bytes);
    if (response.redirected) return { ok: false, code: "unauthenticated", message: SIGNED_OUT, fieldErrors: {} };
    if (!response.body || !isJson(response)) return null;
    for await (const text of linesOf(response.body)) {
      const line = JSON.parse(text) as Line;
      if ("ok" in line) return line;
      heard(line.done, line.of);
    }
    return null;
  } catch {
    return null;
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines.filter((line) => line !== "");
  }
  if (rest !== "") yield rest;
}
