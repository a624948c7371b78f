import { isReady } from "@/lib/core/readiness";

export const dynamic = "force-dynamic";

/** The database answers and is migrated; 503 when not. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return new Response(ready ? "ready\n" : "not ready\n", {
    status: ready ? 200 : 503,
    headers: { "content-type": "text/plain" },
  });
}
