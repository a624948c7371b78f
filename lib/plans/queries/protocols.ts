import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { protocols, protocolVersions } from "@/db/schema/plans";
import { found } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { query } from "@/lib/core/query";
import type { Region } from "@/lib/identity/vocabulary";
import { referenceOf } from "@/lib/library/catalogue";
import { newestTexts } from "@/lib/library/queries";
import { planChanges } from "../changes";
import { slugsOf } from "../draft";
import type { Protocol } from "../protocol-schema";
import { protocolBeside } from "../protocol-text";
import type { ItemKind } from "../vocabulary";
import { planText } from "./own-protocols";
import { draftOf, onePlanSchema, planPatient, runningPlan } from "./plan";

export type ProtocolCard = {
  id: string;
  slug: string;
  title: string;
  /** Of the newest version. */
  number: number;
  /** True for one the clinic saved itself. */
  isOwn: boolean;
  summary: string;
  /** Where the idea comes from, and how far it has been tested. */
  basis: string;
  regions: readonly Region[];
  /** `key` tells the phases of one protocol apart. */
  phases: { key: string; title: string; weeks: number | null; counts: Record<ItemKind, number> }[];
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
        origin: protocols.origin,
        number: protocolVersions.number,
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
      .map(({ body, origin, ...row }) => {
        const { summary, basis, regions, phases } = body as Protocol;
        return { ...row, isOwn: origin === "clinic", summary, basis, regions, phases: phases.map(phaseCard) };
      })
      .sort((a, b) => a.title.localeCompare(b.title, "en-GB"));
  },
});

function phaseCard({ title, weeks, items }: ProtocolPhase, at: number): ProtocolCard["phases"][number] {
  const counts = { exercise: 0, article: 0, questionnaire: 0 };
  for (const item of items) counts[item.kind] += 1;
  return { key: `phase ${at + 1}`, title, weeks, counts };
}

type ProtocolPhase = Protocol["phases"][number];
type KeyedPhase = Omit<ProtocolPhase, "items"> & { key: string; items: (ProtocolPhase["items"][number] & Keyed)[] };
type Keyed = { key: string };

export type ProtocolView = {
  id: string;
  slug: string;
  title: string;
  number: number;
  isOwn: boolean;
  isRetired: boolean;
  body: Omit<Protocol, "phases"> & { phases: KeyedPhase[] };
  /** What each item is called, by reference. */
  titles: Record<string, string>;
};

/** A protocol in its newest version, in full. Not-found for one the clinic does not have. */
export const getProtocol = query({
  can: "plans.list-protocols",
  input: z.strictObject({ protocolId: z.uuid() }),
  run: async ({ tx, actor, input }): Promise<ProtocolView> => {
    const [row] = await tx
      .select({
        id: protocols.id,
        slug: protocols.slug,
        origin: protocols.origin,
        retiredAt: protocols.retiredAt,
        number: protocolVersions.number,
        title: protocolVersions.title,
        body: protocolVersions.body,
      })
      .from(protocols)
      .innerJoin(
        protocolVersions,
        and(eq(protocolVersions.clinicId, protocols.clinicId), eq(protocolVersions.protocolId, protocols.id)),
      )
      .where(and(eq(protocols.clinicId, actor.clinicId), eq(protocols.id, input.protocolId)))
      .orderBy(desc(protocolVersions.number))
      .limit(1);
    const { origin, retiredAt, body: stored, ...protocol } = found(row);
    const body = stored as Protocol;
    const slugs = [...new Set(body.phases.flatMap(({ items }) => items.map(({ slug }) => slug)))];
    const texts = await newestTexts(tx, actor, slugs);
    const titles = Object.fromEntries([...texts].map(([reference, { title }]) => [reference, title]));
    const phases = body.phases.map((phase, at) => ({
      ...phase,
      key: `phase ${at + 1}`,
      items: phase.items.map((item, place) => ({ ...item, key: `item ${place + 1}` })),
    }));
    const isOwn = origin === "clinic";
    return { ...protocol, isOwn, isRetired: retiredAt !== null, body: { ...body, phases }, titles };
  },
});

export type ComparedPlan = {
  patient: { id: string; name: string };
  planId: string;
  protocol: { id: string; slug: string; title: string; number: number };
  /** The text that was compared: the one being written when there is one. */
  text: "draft" | "in-force";
  planTitle: string;
  /** What the plan has otherwise than the protocol, in words; empty when nothing differs. */
  changes: { key: string; words: string }[];
};

/** A patient's plan held against a protocol's newest version. Not-found without a plan, or for a protocol the clinic does not use. */
export const comparePlan = query({
  can: "plans.read-draft",
  input: onePlanSchema.extend({ slug: z.string().min(1).max(80) }),
  run: async ({ tx, actor, now, input, opened }): Promise<ComparedPlan> => {
    const { id, name } = await planPatient(tx, actor, input.patientId, now);
    opened(id);
    const { planId } = found(await runningPlan(tx, actor, id, input.planId));
    const draft = await draftOf(tx, actor, planId);
    const text = draft ? "draft" : "in-force";
    const body = draft?.body ?? (await planText(tx, actor, planId, text)).body;
    const [row] = await tx
      .select({
        id: protocols.id,
        slug: protocols.slug,
        title: protocolVersions.title,
        number: protocolVersions.number,
        body: protocolVersions.body,
      })
      .from(protocols)
      .innerJoin(
        protocolVersions,
        and(eq(protocolVersions.clinicId, protocols.clinicId), eq(protocolVersions.protocolId, protocols.id)),
      )
      .where(and(eq(protocols.clinicId, actor.clinicId), eq(protocols.slug, input.slug), isNull(protocols.retiredAt)))
      .orderBy(desc(protocolVersions.number))
      .limit(1);
    const { body: stored, ...protocol } = found(row);
    const beside = protocolBeside(stored as Protocol, body, newId);
    const texts = await newestTexts(tx, actor, [...new Set([...slugsOf(beside), ...slugsOf(body)])]);
    const changes = planChanges(beside, { ...body, title: beside.title }, (item) => {
      return texts.get(referenceOf(item))?.title ?? item.slug;
    }).map((change) => ({ key: `${change.what} ${"key" in change ? change.key : ""}`, words: change.words }));
    return { patient: { id, name }, planId, protocol, text, planTitle: body.title, changes };
  },
});
