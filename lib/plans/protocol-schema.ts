import { z } from "zod";
import { REGIONS } from "@/lib/identity/vocabulary";
import { anySlug } from "@/lib/library/text-fields";
import { phaseCriteriaSchema } from "./criteria-schema";
import { checkSchedule, doseSchema, NEVER_ENDS, scheduleSchema } from "./schemas";
import { ITEM_KINDS } from "./vocabulary";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Lower-case words joined by hyphens.");
const note = z.string().trim().max(1000, "At most 1,000 characters.");

/** How the slugs and the aims of a protocol are held: strictly in what ships, freely in what a clinic saves of its plans. */
type Terms = { slug: z.ZodType<string, string>; itemSlug: z.ZodType<string, string>; aim: z.ZodType<string, string> };

/**
 * One line of a protocol. It has no key: keys are minted when the protocol is applied to a patient. `supersetKey` is any word that
 * lines done in turn share. `painCeiling` is on the 0-10 numeric rating scale.
 */
const itemSchema = ({ itemSlug }: Terms) =>
  z
    .strictObject({
      kind: z.enum(ITEM_KINDS),
      slug: itemSlug,
      dose: doseSchema.nullable().default(null),
      schedule: scheduleSchema,
      note: note.default(""),
      painCeiling: z.number().int().min(0).max(10).default(5),
      rangeLimit: z.string().trim().max(120).optional(),
      supersetKey: z.string().min(1).max(60).nullish(),
    })
    .refine((item) => (item.kind === "exercise") === (item.dose !== null), {
      path: ["dose"],
      error: "An exercise needs a dose; reading and questionnaires have none.",
    })
    .superRefine(checkSchedule);

const phaseSchema = (terms: Terms) =>
  z.strictObject({
    title: z.string().trim().min(1).max(120),
    aim: terms.aim,
    /** Length in weeks; null for one that lasts until its criteria are met, and for a last one without an end. */
    weeks: z.number().int().min(1).max(104).nullable(),
    criteria: phaseCriteriaSchema.nullish(),
    items: z.array(itemSchema(terms)).min(1).max(60),
  });

const schemaOf = (terms: Terms) =>
  z
    .strictObject({
      slug: terms.slug,
      title: z.string().trim().min(5).max(120),
      summary: z.string().trim().min(20).max(400),
      /** Where the idea comes from, and how far it has been tested; for the clinician who applies it. */
      basis: z.string().trim().min(20).max(1500),
      regions: z.array(z.enum(REGIONS)).min(1),
      phases: z.array(phaseSchema(terms)).min(1).max(12),
    })
    .superRefine((protocol, context) => {
      protocol.phases.forEach((phase, index) => {
        const isLast = index === protocol.phases.length - 1;
        if (isLast || phase.weeks !== null || phase.criteria) return;
        context.addIssue({ code: "custom", path: ["phases", index, "weeks"], message: NEVER_ENDS });
      });
    });

/**
 * A template of a plan: a file of content/protocols, and the body of a stored protocol version.
 * An item's schedule counts from the first day of its phase.
 */
export const protocolSchema = schemaOf({ slug, itemSlug: slug, aim: note.min(20) });

/** The same, saved by a clinic from a plan of its own: it may hold the clinic's own exercises, and phases without an aim. */
export const ownProtocolSchema = schemaOf({ slug: anySlug, itemSlug: anySlug, aim: note });
export type Protocol = z.infer<typeof protocolSchema>;
