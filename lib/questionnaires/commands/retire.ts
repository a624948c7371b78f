import { and, eq } from "drizzle-orm";
import { instruments } from "@/db/schema/questionnaires";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { instrumentChoiceSchema } from "../schemas";

/** Takes a questionnaire out of what can be added to a plan or sent. Plans that ask it keep asking it. Throws not-found; doing it twice changes nothing. */
export const retireInstrument = command({
  can: "questionnaires.retire",
  input: instrumentChoiceSchema,
  async run({ tx, actor, now, input: { instrumentId }, audit }): Promise<{ instrumentId: string }> {
    const own = and(eq(instruments.clinicId, actor.clinicId), eq(instruments.id, instrumentId));
    const [row] = await tx.select({ retiredAt: instruments.retiredAt }).from(instruments).where(own).for("update");
    const { retiredAt } = found(row);
    const repeated = retiredAt !== null;
    if (!repeated) await tx.update(instruments).set({ retiredAt: now }).where(own);
    audit({ subjectType: "instrument", subjectId: instrumentId, detail: { repeated } });
    return { instrumentId };
  },
});
