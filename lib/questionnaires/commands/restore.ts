import { and, eq } from "drizzle-orm";
import { instruments } from "@/db/schema/questionnaires";
import { command } from "@/lib/core/command";
import { found } from "@/lib/core/errors";
import { instrumentChoiceSchema } from "../schemas";

/** Puts a retired questionnaire back. Throws not-found; doing it twice changes nothing. */
export const restoreInstrument = command({
  can: "questionnaires.restore",
  input: instrumentChoiceSchema,
  async run({ tx, actor, input: { instrumentId }, audit }): Promise<{ instrumentId: string }> {
    const own = and(eq(instruments.clinicId, actor.clinicId), eq(instruments.id, instrumentId));
    const [row] = await tx.select({ retiredAt: instruments.retiredAt }).from(instruments).where(own).for("update");
    const { retiredAt } = found(row);
    const repeated = retiredAt === null;
    if (!repeated) await tx.update(instruments).set({ retiredAt: null }).where(own);
    audit({ subjectType: "instrument", subjectId: instrumentId, detail: { repeated } });
    return { instrumentId };
  },
});
