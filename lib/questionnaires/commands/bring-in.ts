import { and, desc, eq } from "drizzle-orm";
import { instruments, instrumentVersions } from "@/db/schema/questionnaires";
import { canonicalHash } from "@/lib/core/canonical";
import { command } from "@/lib/core/command";
import { AppError, found, invalidField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { licensedInstrument } from "../licensed/licensed-instrument";
import { readLicensedText } from "../licensed/read-licensed-text";
import { LICENSED_SLOTS } from "../licensed/slots";
import { bringInSchema } from "../schemas";

/** Remarks on a file that fit into one message at its field. */
const REMARKS_SAID = 12;

/**
 * Brings in the words of a published questionnaire the clinic has a licence for, for that clinic alone: checked against its structure, and
 * kept as a new version with the licence reference. Throws invalid at `bytes` naming each thing that does not fit (nothing is kept then),
 * conflict when the words are the same as before.
 */
export const bringIn = command({
  can: "questionnaires.bring-in",
  input: bringInSchema,
  once: true,
  async run({ tx, actor, now, input, audit }): Promise<{ slug: string; version: number }> {
    const { clinicId } = actor;
    const slot = LICENSED_SLOTS.find(({ slug }) => slug === input.slot);
    if (!slot) throw new AppError("not-found");
    const rule = input.rule ?? slot.defaultRule;
    if (rule !== slot.defaultRule && !slot.rules.some(({ id }) => id === rule)) {
      throw invalidField("rule", "Choose one of the rules.");
    }
    const read = readLicensedText(slot, { name: input.fileName, bytes: input.bytes });
    if (!read.ok) {
      const [first, ...more] = read.problems.map(({ where, message }) => `${where}: ${message}`);
      const said = [first, ...more.slice(0, REMARKS_SAID - 1)];
      const left = more.length + 1 - said.length;
      throw invalidField("bytes", [...said, ...(left > 0 ? [`And ${left} more.`] : [])].join("\n"));
    }
    const { reference, recall } = input;
    const instrument = licensedInstrument(slot, read.words, {
      reference,
      rule,
      ...(recall === undefined ? {} : { recall }),
    });
    await tx
      .insert(instruments)
      .values({ clinicId, id: newId(), slug: slot.slug, origin: "licensed", createdAt: now })
      .onConflictDoNothing();
    const [kept] = await tx
      .select({ id: instruments.id })
      .from(instruments)
      .where(
        and(eq(instruments.clinicId, clinicId), eq(instruments.slug, slot.slug), eq(instruments.origin, "licensed")),
      )
      .for("update");
    const instrumentId = found(kept).id;
    const [latest] = await tx
      .select({ number: instrumentVersions.number, bodyHash: instrumentVersions.bodyHash })
      .from(instrumentVersions)
      .where(and(eq(instrumentVersions.clinicId, clinicId), eq(instrumentVersions.instrumentId, instrumentId)))
      .orderBy(desc(instrumentVersions.number))
      .limit(1);
    const bodyHash = canonicalHash(instrument);
    if (latest?.bodyHash === bodyHash) {
      throw new AppError("conflict", { message: "These are the words your clinic has already. Nothing was changed." });
    }
    const number = (latest?.number ?? 0) + 1;
    await tx.insert(instrumentVersions).values({
      clinicId,
      id: input.id,
      instrumentId,
      number,
      title: instrument.title,
      body: instrument,
      bodyHash,
      createdAt: now,
      writtenById: actor.memberId,
    });
    await tx
      .update(instruments)
      .set({ retiredAt: null })
      .where(and(eq(instruments.clinicId, clinicId), eq(instruments.id, instrumentId)));
    audit({ subjectType: "instrument", subjectId: instrumentId, detail: { slug: slot.slug, version: number } });
    return { slug: slot.slug, version: number };
  },
});
