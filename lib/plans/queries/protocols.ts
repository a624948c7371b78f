import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { protocols, protocolVersions } from "@/db/schema/plans";
import { query } from "@/lib/core/query";
import type { Region } from "@/lib/identity/vocabulary";
import type { Protocol } from "../protocol-schema";
import type { ItemKind } from "../vocabulary";

export type ProtocolCard = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  /** Where the idea comes from, and how far it has been tested. */
  basis: string;
  regions: readonly Region[];
  phases: { title: string; weeks: number | null; counts: Record<ItemKind, number> }[];
};

/** The clinic's protocols in their newest version, by title. */
export const listProtocols = query({
  can: "plans.list-protocols",
  input: z.strictObject({}),
  run: async ({ tx, actor }): Promise<ProtocolCard[]> => {
    const rows = await tx
      .selectDistinctOn([protocolVersions.protocolId], {
        id: protocols.id,
        slug: protocols.slug,
        title: protocolVersions.title,
        body: protocolVersions.body,
      })
      .from(protocols)
      .innerJoin(
        protocolVersions,
        and(eq(protocolVersions.clinicId, protocols.clinicId), eq(protocolVersions.protocolId, protocols.id)),
      )
      .where(and(eq(protocols.clinicId, actor.clinicId), isNull(protocols.retiredAt)))
      .orderBy(asc(protocolVersions.protocolId), desc(protocolVersions.number));
    return rows
      .map(({ body, ...row }) => {
        const { summary, basis, regions, phases } = body as Protocol;
        return { ...row, summary, basis, regions, phases: phases.map(phaseCard) };
      })
      .sort((a, b) => a.title.localeCompare(b.title, "en-GB"));
  },
});

function phaseCard({ title, weeks, items }: Protocol["phases"][number]): ProtocolCard["phases"][number] {
  const counts = { exercise: 0, article: 0, questionnaire: 0 };
  for (const item of items) counts[item.kind] += 1;
  return { title, weeks, counts };
}
