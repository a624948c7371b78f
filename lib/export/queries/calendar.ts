import { createHash } from "node:crypto";
import { and, isNull, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { calendarFeeds } from "@/db/schema/reminders";
import { onBehalfOf } from "@/lib/access/on-behalf";
import { linkTokenField, nothingSchema } from "@/lib/access/schemas";
import { inScope } from "@/lib/access/scope";
import { doorIdentity, hashToken, systemIdentity } from "@/lib/access/tokens";
import { addDays, calendarDayOf } from "@/lib/core/calendar";
import { now as clockNow } from "@/lib/core/clock";
import { refusalOf } from "@/lib/core/database-errors";
import { env } from "@/lib/core/env";
import { query } from "@/lib/core/query";
import { publishedPlans } from "@/lib/plans/queries";
import { requestedPlans } from "@/lib/plans/queries/requests";
import { calendarText, dueDays } from "../calendar";

/** Whether the patient has a calendar address, and since when. The address itself was shown once and is not kept. */
export const getCalendarFeed = query({
  can: "export.read-calendar",
  input: nothingSchema,
  async run({ tx, actor }): Promise<{ madeAt: Date | null }> {
    const [row] = await tx
      .select({ madeAt: calendarFeeds.createdAt })
      .from(calendarFeeds)
      .where(and(inScope(actor, calendarFeeds), isNull(calendarFeeds.revokedAt)));
    return { madeAt: row?.madeAt ?? null };
  },
});

const BACK_DAYS = 7;
const AHEAD_DAYS = 8 * 7;

type Owner = { clinic_id: string; feed_id: string; patient_id: string; time_zone: string };

async function ownerOf(token: string): Promise<Owner | undefined> {
  const [owner] = await asActor(doorIdentity(), (tx) =>
    tx.execute<Owner>(
      sql`select clinic_id, feed_id, patient_id, time_zone from app.find_calendar(${hashToken(token)})`,
    ),
  );
  return owner;
}

/**
 * The calendar at a secret address: what was due in the last week and is due in the next eight, with a mark of its contents. Null for an
 * address that was revoked or never was. Throws AppError unavailable while the database is away.
 */
export async function readCalendar(
  address: string,
  options: { now?: Date } = {},
): Promise<{ text: string; mark: string } | null> {
  const token = linkTokenField.safeParse(address.replace(/\.ics$/, ""));
  if (!token.success) return null;
  const now = options.now ?? clockNow();
  try {
    const owner = await ownerOf(token.data);
    if (!owner) return null;
    const patient = { clinicId: owner.clinic_id, patientId: owner.patient_id, timeZone: owner.time_zone };
    const person = onBehalfOf(patient);
    const plans = await asActor(systemIdentity(patient.clinicId), async (tx) => {
      const published = await publishedPlans(tx, person, patient.patientId);
      const requests = (await requestedPlans(tx, person, patient.patientId)).get(patient.patientId) ?? [];
      return [...published, ...requests];
    });
    const today = calendarDayOf(now, patient.timeZone);
    const publishedAt = plans.flatMap(({ versions }) => versions.map((version) => version.publishedAt.getTime()));
    const { origin, hostname } = new URL(env().PUBLIC_URL);
    const text = calendarText({
      feedId: owner.feed_id,
      host: hostname,
      todayUrl: `${origin}/today`,
      changedAt: new Date(Math.max(0, ...publishedAt)),
      days: dueDays(plans, addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS)),
    });
    return { text, mark: createHash("sha256").update(text).digest("hex").slice(0, 32) };
  } catch (error) {
    throw refusalOf(error);
  }
}
