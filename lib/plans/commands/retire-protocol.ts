import { and, eq } from "drizzle-orm";
import { protocols } from "@/db/schema/plans";
import { command } from "@/lib/core/command";
import { retireProtocolSchema } from "../protocol-form-schemas";
import { lockOwnProtocol } from "../queries/own-protocols";

/**
 * Takes a protocol the clinic saved out of use. Plans begun from it stay as they are. Throws not-found, also for a protocol that ships;
 * doing it twice changes nothing.
 */
export const retireProtocol = command({
  can: "plans.retire-protocol",
  input: retireProtocolSchema,
  async run({ tx, actor, now, input: { protocolId }, audit }) {
    const { retiredAt } = await lockOwnProtocol(tx, actor, protocolId);
    if (retiredAt === null) {
      await tx
        .update(protocols)
        .set({ retiredAt: now })
        .where(and(eq(protocols.clinicId, actor.clinicId), eq(protocols.id, protocolId)));
    }
    audit({ subjectType: "protocol", subjectId: protocolId, detail: { repeated: retiredAt !== null } });
    return { protocolId };
  },
});
