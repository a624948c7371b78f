import { z } from "zod";
import { LONGEST_SYNC } from "@/components/offline/kinds";
import { currentSession, requireActor } from "@/lib/access/session";
import { now } from "@/lib/core/clock";
import { refusalOf } from "@/lib/core/database-errors";
import { AppError, failure, type Result } from "@/lib/core/errors";
import { isSameOrigin } from "@/lib/core/same-origin";
import { WRITES } from "./kinds";

export const dynamic = "force-dynamic";

const givenSchema = z.strictObject({
  who: z.uuid(),
  kind: z.string().max(60),
  body: z.record(z.string(), z.unknown()),
});

/** Who is signed in here, for a device that finds its way back. */
export async function GET(): Promise<Response> {
  const actor = await requireActor("patient");
  return answer({ who: actor.memberId }, 200);
}

/**
 * Takes one thing a device kept while it had no network, and answers with what the action of that name answers. `who` is the
 * member it was kept for: it is written in nobody else's name.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refused(new AppError("forbidden"), 403);
  const text = await request.text();
  if (text.length > LONGEST_SYNC) return refused(new AppError("invalid"), 413);
  const given = givenSchema.safeParse(parsed(text));
  const write = WRITES.get(given.data?.kind ?? "");
  if (!given.success || !write) return refused(new AppError("invalid"), 422);
  try {
    const session = await currentSession();
    if (session.state !== "live" || session.person.memberId !== given.data.who) {
      return refused(new AppError("unauthenticated"), 401);
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal instanceof AppError) return refused(refusal, 503);
    throw error;
  }
  return answer(await write(given.data.body as never), 200);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refused(error: AppError, status: number): Response {
  return answer(failure(error) satisfies Result<never>, status);
}

function answer(body: unknown, status: number): Response {
  return Response.json(body, {
    status,
    headers: { "Cache-Control": "private, no-store", "X-Portal-Now": now().toISOString() },
  });
}
