import { notFound } from "next/navigation";
import { requireActor } from "@/lib/access/session";
import { csvTemplate } from "@/lib/questionnaires/licensed/csv-template";
import { licensedSlot } from "@/lib/questionnaires/licensed/slots";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ slot: string }> };

/** An empty file for the words of a published questionnaire: a line for each question, item and answer. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  await requireActor("clinician");
  const slot = licensedSlot((await params).slot);
  if (!slot) notFound();
  return new Response(csvTemplate(slot), {
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="words-${slot.slug}.csv"`,
    },
  });
}
