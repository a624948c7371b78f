import { z } from "zod";
import { storable } from "@/lib/library/text-fields";

const words = (least: number, most: number, empty: string) =>
  storable.pipe(z.string().trim().min(least, empty).max(most, `At most ${most} characters.`));

const head = {
  planId: z.uuid(),
  /** The text being written, or what the patient follows now. */
  text: z.enum(["draft", "in-force"]),
  title: words(5, 120, "Give it a name of at least 5 characters."),
  summary: words(20, 400, "Say in at least 20 characters whom it is for and what it does."),
  /** Notes to the patient come with it; they may speak of one person. */
  keepNotes: z.boolean(),
};

/** `id` becomes the protocol's. */
export const saveProtocolSchema = z.strictObject({ id: z.uuid(), ...head });

/** `id` becomes the version's; `number` is that of the version the form was made from. */
export const updateProtocolSchema = z.strictObject({
  id: z.uuid(),
  protocolId: z.uuid(),
  number: z.number().int().min(1),
  ...head,
});

export const retireProtocolSchema = z.strictObject({ protocolId: z.uuid() });
