import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../../..");

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), filename: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
});

/** A server action as the build knows it: what any browser may send something to. */
export type BuiltAction = { id: string; name: string; file: string; page: string };

/** Every server action of the build, with an address that answers it; parameters of the address are ids of nothing. */
export function builtActions(): BuiltAction[] {
  const text = readFileSync(join(ROOT, ".next/server/server-reference-manifest.json"), "utf8");
  return Object.entries(manifestSchema.parse(JSON.parse(text)).node).map(
    ([id, { exportedName, filename, workers }]) => ({
      id,
      name: exportedName,
      file: filename,
      page: addressOf(Object.keys(workers)[0] ?? ""),
    }),
  );
}

const addressOf = (worker: string) =>
  worker
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replace(/\/\([^)]+\)/g, "")
    .replace(/\[[^\]]+\]/g, "01890000-0000-7000-8000-000000000000") || "/";

const answerSchema = z.object({
  ok: z.boolean(),
  code: z.string().optional(),
  message: z.string().optional(),
  fieldErrors: z.record(z.string(), z.string()).optional(),
});

/** Sends a value to an action as a browser would; `answer` is what came back of it, null when it never ran. */
export async function send(
  request: APIRequestContext,
  action: BuiltAction,
  value: unknown,
  options: { cookie?: string; raw?: string } = {},
) {
  const response = await request.post(action.page, {
    headers: {
      "Next-Action": action.id,
      "Content-Type": "text/plain;charset=UTF-8",
      Accept: "text/x-component",
      ...(options.cookie && { Cookie: options.cookie }),
    },
    data: options.raw ?? JSON.stringify([value]),
    maxRedirects: 0,
  });
  const text = await response.text();
  const line = text.split("\n").find((part) => /^\w+:\{"ok":/.test(part));
  const answer = line ? answerSchema.parse(JSON.parse(line.slice(line.indexOf(":") + 1))) : null;
  return { status: response.status(), text, answer };
}
