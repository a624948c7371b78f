import { command } from "@/lib/core/command";
import { AppError } from "@/lib/core/errors";
import { updateProtocolSchema } from "../protocol-form-schemas";
import { protocolOfBody } from "../protocol-text";
import { checkKeepable, lockOwnProtocol, planText } from "../queries/own-protocols";
import { addProtocolVersion } from "../writes/protocol-version";

/**
 * Makes the text of a plan the next version of a protocol the clinic saved; plans begun from it stay as they are. Throws not-found, also
 * for a protocol that ships, conflict when it moved on since the form was made or was taken out of use, and invalid when a phase is empty.
 */
export const updateProtocol = command({
  can: "plans.update-protocol",
  input: updateProtocolSchema,
  once: true,
  async run({ tx, actor, now, input: { id, protocolId, number, planId, text, ...head }, audit }) {
    const own = await lockOwnProtocol(tx, actor, protocolId);
    const { patientId, region, body } = await planText(tx, actor, planId, text);
    if (own.retiredAt !== null || own.number !== number) {
      throw new AppError("conflict", {
        message: "This protocol was changed or taken out of use in the meantime. Reload to see it as it is now.",
      });
    }
    checkKeepable(body);
    const protocol = protocolOfBody(body, { ...head, slug: own.slug, regions: [region] });
    const next = number + 1;
    await addProtocolVersion(tx, actor, { id, protocolId, number: next, body: protocol }, now);
    audit({ subjectType: "protocol", subjectId: protocolId, patientId, detail: { planId, text, number: next } });
    return { protocolId, number: next };
  },
});
