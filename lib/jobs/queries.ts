import { desc, eq, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { outbox } from "@/db/schema/core";
import { doorIdentity, systemIdentity } from "@/lib/access/tokens";
import { refusalOf } from "@/lib/core/database-errors";

const MOST_SHOWN = 25;

export type DemoMail = { id: string; kind: string; to: string; subject: string; body: string; createdAt: Date };

async function demoClinics(): Promise<string[]> {
  try {
    const rows = await asActor(doorIdentity(), (tx) =>
      tx.execute<{ clinic_id: string }>(sql`select clinic_id from app.demo_clinics()`),
    );
    return rows.map((row) => row.clinic_id);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** True when this portal has a demonstration clinic, whose mail anybody may read. */
export async function hasDemoClinic(): Promise<boolean> {
  return (await demoClinics()).length > 0;
}

/** The latest mail of the demonstration clinics, newest first; null where there is no such clinic. Never that of any other. */
export async function listDemoMail(): Promise<DemoMail[] | null> {
  const clinics = await demoClinics();
  if (clinics.length === 0) return null;
  try {
    const mail: DemoMail[] = [];
    for (const clinicId of clinics) {
      const rows = await asActor(systemIdentity(clinicId), (tx) =>
        tx
          .select({
            id: outbox.id,
            kind: outbox.kind,
            to: outbox.toAddress,
            subject: outbox.subject,
            body: outbox.body,
            createdAt: outbox.createdAt,
          })
          .from(outbox)
          .where(eq(outbox.clinicId, clinicId))
          .orderBy(desc(outbox.createdAt), desc(outbox.id))
          .limit(MOST_SHOWN),
      );
      mail.push(...rows);
    }
    return mail.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).slice(0, MOST_SHOWN);
  } catch (error) {
    throw refusalOf(error);
  }
}
