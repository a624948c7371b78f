import { orNotFound, requireActor } from "@/lib/access/session";
import { reported } from "@/lib/core/action";
import { writeCsv } from "@/lib/core/csv";
import { decodeText } from "@/lib/core/decode-text";
import { AppError, failure, type Result } from "@/lib/core/errors";
import { isSameOrigin } from "@/lib/core/same-origin";
import { importResults } from "@/lib/questionnaires/commands/import-results";
import { pastLinesCsv, reportOf } from "@/lib/questionnaires/past-report";
import { pastResultsHeader } from "@/lib/questionnaires/past-results";
import { getInstrument } from "@/lib/questionnaires/queries/instruments";
import { checkResults } from "@/lib/questionnaires/queries/past-results";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ slug: string }> };

const MOST_BYTES = 2_000_000;
const UNKEPT = { "Cache-Control": "private, no-store" };
const bringIn = reported(importResults);

/** An empty file to fill in: its first line. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor("clinician");
  const { slug, instrument } = await orNotFound(getInstrument(actor, await params));
  return table(writeCsv([pastResultsHeader(instrument)], { mark: true }), `past-results-${slug}.csv`);
}

/**
 * Takes a file of past results. With `mode=check` it answers what the file would do, as JSON: how many lines what, and the first of each. With
 * `mode=list` it answers what each line would do, as CSV. With `mode=import` and an `id` it brings them in and answers line by line, as JSON: how
 * far it has come, and at the end what came of it.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor("clinician");
  const { slug } = await params;
  if (!isSameOrigin(request)) return json(failure(new AppError("forbidden")), 403);
  const read = await textOf(request);
  if ("problem" in read) return json(refusal(read.problem), 422);
  const { searchParams } = new URL(request.url);
  const mode = searchParams.get("mode");
  if (mode === "import") return imported(request, { id: searchParams.get("id") ?? "", slug, text: read.text });
  try {
    const results = await checkResults(actor, { slug, text: read.text });
    if (mode === "list" && results.ok) return table(pastLinesCsv(results.rows), `past-results-${slug}-lines.csv`);
    return json(reportOf(results), 200);
  } catch (error) {
    if (error instanceof AppError) return json(failure(error), error.code === "unavailable" ? 503 : 404);
    throw error;
  }
}

function refusal(message: string): Result<never> {
  return failure(new AppError("invalid", { message }));
}

function json(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: UNKEPT });
}

function table(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      ...UNKEPT,
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

async function textOf(request: Request): Promise<{ text: string } | { problem: string }> {
  const tooLarge = { problem: "The file is larger than 2 MB. Bring it in in parts." };
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return tooLarge;
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > MOST_BYTES ? tooLarge : decodeText(bytes);
}

function imported(request: Request, input: { id: string; slug: string; text: string }): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let isHeard = true;
      const say = (line: unknown) => {
        if (isHeard) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      request.signal.addEventListener("abort", () => {
        isHeard = false;
      });
      say(await bringIn(input, (done, of) => say({ done, of })));
      if (isHeard) controller.close();
    },
  });
  return new Response(stream, { headers: { ...UNKEPT, "Content-Type": "application/x-ndjson; charset=utf-8" } });
}
