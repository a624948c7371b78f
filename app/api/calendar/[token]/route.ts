import { AppError } from "@/lib/core/errors";
import { readCalendar } from "@/lib/export/queries/calendar";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ token: string }> };

/** The calendar at a secret address, for calendar programs, which send no cookie. An address that was closed is like one that never was. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  try {
    const calendar = await readCalendar(token);
    if (!calendar) return new Response(null, { status: 404 });
    const mark = `"${calendar.mark}"`;
    if (request.headers.get("if-none-match")?.includes(mark)) {
      return new Response(null, { status: 304, headers: { ETag: mark } });
    }
    return new Response(calendar.text, {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": 'inline; filename="plumbline.ics"',
        ETag: mark,
      },
    });
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") return new Response(null, { status: 503 });
    throw error;
  }
}
