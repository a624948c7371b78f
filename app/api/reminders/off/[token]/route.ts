import { AppError } from "@/lib/core/errors";
import { turnOffReminders } from "@/lib/jobs/commands/turn-off-reminders";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ token: string }> };

/** Somebody opened the address in a browser: the page with the button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, { status: 307, headers: { Location: `/reminders/off/${encodeURIComponent(token)}` } });
}

/**
 * A mail program turns reminders off in one click (RFC 8058): no cookie, no page, and the same answer whoever's address it is. What it sends
 * along says nothing more.
 */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  try {
    await turnOffReminders.execute({ token });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unavailable") return new Response(null, { status: 503, headers: { "Retry-After": "60" } });
  }
  return new Response("Reminders by e-mail are off.\n", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
