import { protocols } from "@/db/schema/plans";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/core/ids";
import { saveProtocolSchema } from "../protocol-form-schemas";
import { ownProtocolSlug, protocolOfBody } from "../protocol-text";
import { checkKeepable, planText } from "../queries/own-protocols";
import { addProtocolVersion } from "../writes/protocol-version";

/**
 * Saves the text of a plan as a protocol of the clinic, for other plans to begin from. The patient is not named in it, and notes to
 * them stay out unless they are kept. Throws not-found without such a text, and invalid when a phase of it is empty.
 */
export const saveProtocol = command({
  can: "plans.save-protocol",
  input: saveProtocolSchema,
  once: true,
  async run({ tx, actor, now, input: { id, planId, text, ...head }, audit }) {
    const { patientId, region, body } = await planText(tx, actor, planId, text);
    checkKeepable(body);
    const slug = ownProtocolSlug(head.title, id);
    await tx.insert(protocols).values({ clinicId: actor.clinicId, id, slug, origin: "clinic", createdAt: now });
    const protocol = protocolOfBody(body, { ...head, slug, regions: [region] });
    await addProtocolVersion(tx, actor, { id: newId(), protocolId: id, number: 1, body: protocol }, now);
    audit({ subjectType: "protocol", subjectId: id, patientId, detail: { planId, text, number: 1 } });
    return { protocolId: id, slug };
  },
});
