import { z } from "zod";
import { newId } from "@/lib/core/ids";
import routes from "../../e2e/routes.json" with { type: "json" };

const rowSchema = z.strictObject({
  route: z.string(),
  opens: z.union([
    z.enum(["everybody", "visitors", "sends-on", "nobody"]),
    z.array(z.enum(["patient", "clinician", "admin"])).min(1),
  ]),
  path: z.string().optional(),
});

/** Every route of the portal and who may open it. */
export const ROUTES = z.array(rowSchema).parse(routes);

/** Those that are for some roles only. */
export const GUARDED = ROUTES.flatMap(({ route, opens }) => (Array.isArray(opens) ? [{ route, roles: opens }] : []));

/** Values for the parameters of addresses: those of a patient's record and of the clinic's library, or of nothing. */
export type Ids = Record<
  | "id"
  | "patientId"
  | "slug"
  | "slot"
  | "planId"
  | "libraryId"
  | "protocolId"
  | "mediaId"
  | "logId"
  | "itemId"
  | "itemKey"
  | "dueOn"
  | "responseId",
  string
>;

/** The address of a route; an unknown parameter becomes the token of nothing. */
export const fill = (route: string, ids: Ids) =>
  route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => ids[name as keyof Ids] ?? "no-such-token");

/** The same parameters, naming nothing there is. The day stays: it is no secret. */
export function invented({ dueOn, ...ids }: Ids): Ids {
  // Names of one thing stay names of one thing.
  const made = new Map(Object.values(ids).map((value) => [value, newId()]));
  const others = Object.entries(ids).map(([name, value]) => [name, made.get(value)]);
  return { ...(Object.fromEntries(others) as Omit<Ids, "dueOn">), dueOn };
}
