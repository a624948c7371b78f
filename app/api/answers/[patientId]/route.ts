import { orNotFound, requireActor } from "@/lib/access/session";
import { calendarDayOf } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import { bundleOf } from "@/lib/export/fhir/bundle";
import { getExportedResponses } from "@/lib/export/queries/responses";
import { responsesCsv } from "@/lib/export/responses-csv";
import { exportChoicesSchema } from "@/lib/export/schemas";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ patientId: string }> };

const UNKEPT = { "Cache-Control": "private, no-store" };

/** A patient's answers as a table or as a FHIR bundle, all of them or one response, for the clinic's physiotherapists. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor("clinician");
  const { patientId } = await params;
  const choices = exportChoicesSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const { format, response: responseId } = choices.data ?? { format: "csv" as const, response: undefined };
  try {
    const { base, at, responses } = await orNotFound(
      getExportedResponses(actor, { patientId, ...(responseId === undefined ? {} : { responseId }) }),
    );
    const name = `answers-${calendarDayOf(at, actor.timeZone)}`;
    return format === "csv"
      ? file(responsesCsv(responses), "text/csv; charset=utf-8", `${name}.csv`)
      : file(
          JSON.stringify(bundleOf(responses, base, at), null, 2),
          "application/fhir+json; charset=utf-8",
          `${name}.json`,
        );
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") {
      return new Response(error.message, { status: 503, headers: { ...UNKEPT, "Retry-After": "10" } });
    }
    throw error;
  }
}

function file(text: string, type: string, name: string): Response {
  return new Response(text, {
    headers: { ...UNKEPT, "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` },
  });
}
