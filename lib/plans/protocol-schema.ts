import { z } from "zod";
import { REGIONS } from "@/lib/identity/vocabulary";
import { checkSchedule, doseSchema, scheduleSchema } from "./schemas";
import { ITEM_KINDS } from "./vocabulary";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Lower-case words joined by hyphens.");
const note = z.string().trim().max(1000, "At most 1,000 characters.");

/**
 * One line of a protocol. It has no key: keys are minted when the protocol is applied to a patient.
 * `painCeiling` is on the 0-10 numeric rating scale.
 */
const protocolItemSchema = z
  .strictObject({
    kind: z.enum(ITEM_KINDS),
    slug,
    dose: doseSchema.nullable().default(null),
    schedule: scheduleSchema,
    note: note.default(""),
    painCeiling: z.number().int().min(0).max(10).default(5),
  })
  .refine((item) => (item.kind === "exercise") === (item.dose !== null), {
    path: ["dose"],
    error: "An exercise needs a dose; reading and questionnaires have none.",
  })
  .superRefine(checkSchedule);

const protocolPhaseSchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
  aim: note.min(20),
  /** Length in weeks; null for a last phase without an end. */
  weeks: z.number().int().min(1).max(104).nullable(),
  items: z.array(protocolItemSchema).min(1).max(60),
});

/**
 * A template of a plan: a file of content/protocols, and the body of a stored protocol version.
 * An item's schedule counts from the first day of its phase.
 */
export const protocolSchema = z
  .strictObject({
    slug,
    title: z.string().trim().min(5).max(120),
    summary: z.string().trim().min(20).max(400),
    /** Where the idea comes from, and how far it has been tested; for the clinician who applies it. */
    basis: z.string().trim().min(20).max(1500),
    regions: z.array(z.enum(REGIONS)).min(1),
    phases: z.array(protocolPhaseSchema).min(1).max(12),
  })
  .superRefine((protocol, context) => {
    protocol.phases.forEach((phase, index) => {
      if (phase.weeks === null && index < protocol.phases.length - 1) {
        context.addIssue({
          code: "custom",
          path: ["phases", index, "weeks"],
          message: "Only the last phase may be without an end.",
        });
      }
    });
  });
export type Protocol = z.infer<typeof protocolSchema>;
