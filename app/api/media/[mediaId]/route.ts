import { requireActor } from "@/lib/access/session";
import { AppError } from "@/lib/core/errors";
import { readPhoto } from "@/lib/library/queries/photo";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ mediaId: string }> };

/** A photo never changes under its id; whoever signs in with another cookie asks anew. */
const KEPT = "private, max-age=86400, immutable";

const refuse = (status: 404 | 503) =>
  new Response(null, { status, headers: { "Cache-Control": "private, no-store", Vary: "Cookie" } });

/** A photo of the clinic's library, for those who may see it; for anybody else it is not there. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor("patient", "clinician", "admin");
  const { mediaId } = await params;
  try {
    const { bytes, contentType } = await readPhoto(actor, { id: mediaId });
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": contentType,
        "Content-Length": String(bytes.length),
        "Content-Disposition": "inline",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": KEPT,
        Vary: "Cookie",
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refuse(error.code === "unavailable" ? 503 : 404);
  }
}
