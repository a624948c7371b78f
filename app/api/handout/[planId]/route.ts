import { choicesOf } from "@/components/handout/handout-hrefs";
import { renderHandout } from "@/components/handout/pdf/render";
import type { Person } from "@/lib/access/actor";
import { orNotFound, requireActor } from "@/lib/access/session";
import { AppError } from "@/lib/core/errors";
import { handoutFileName } from "@/lib/export/handout";
import { getHandout } from "@/lib/export/queries/handout";
import { readPhoto } from "@/lib/library/queries/photo";
import { handoutFonts } from "./fonts";
import { photosOf } from "./photos";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ planId: string }> };

const UNKEPT = { "Cache-Control": "private, no-store" };

/** The handout of a plan as a PDF, for the patient whose plan it is and for the clinic's physiotherapists. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor("patient", "clinician");
  const { planId } = await params;
  const { size, text } = choicesOf(Object.fromEntries(new URL(request.url).searchParams));
  try {
    const handout = await orNotFound(getHandout(actor, { planId, text }));
    const photos = await photosOf(handout, (id) => bytesOf(actor, id));
    const pdf = await renderHandout({ handout, size, photos }, handoutFonts());
    return new Response(new Uint8Array(pdf), {
      headers: {
        ...UNKEPT,
        "Content-Type": "application/pdf",
        "Content-Length": String(pdf.length),
        "Content-Disposition": `attachment; filename="${handoutFileName(handout)}"`,
      },
    });
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") {
      return new Response(error.message, { status: 503, headers: { ...UNKEPT, "Retry-After": "10" } });
    }
    throw error;
  }
}

/** The bytes of a photo; null when it is there no more. */
async function bytesOf(actor: Person, id: string): Promise<Uint8Array | null> {
  try {
    return (await readPhoto(actor, { id })).bytes;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}
