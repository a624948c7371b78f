import { orNotFound, requireActor } from "@/lib/access/session";
import { questionnaireOf } from "@/lib/export/fhir/questionnaire";
import { getExportedInstrument } from "@/lib/export/queries/responses";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ slug: string }> };

/** The latest version of a questionnaire as FHIR R4, with how it is scored, for the clinic's physiotherapists. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor("clinician");
  const { slug, number, instrument, base } = await orNotFound(getExportedInstrument(actor, await params));
  return new Response(JSON.stringify(questionnaireOf(instrument, number, base), null, 2), {
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Type": "application/fhir+json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-v${number}.json"`,
    },
  });
}
