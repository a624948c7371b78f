import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { practiceLogs } from "@/db/schema/practice";
import { instruments, instrumentVersions, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { addDays, type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { query } from "@/lib/core/query";
import { unansweredByPatient } from "@/lib/messages/queries";
import { suggestionsByPatient } from "@/lib/plans/queries/progression";
import { requestedPlans } from "@/lib/plans/queries/requests";
import { answeredOn } from "@/lib/questionnaires/queries/answered";
import { flaggedByPatient } from "@/lib/questionnaires/queries/flagged";
import { type AnsweredCopy, mondayOf } from "../course";
import { readyInWords } from "../person-words";
import type { PainPoint } from "../trend";
import { SPARK_WEEKS, type WorklistEntry, worklistEntry } from "../worklist-entry";
import { plansByPatient, standingSince } from "./clinic";
import { peopleOf } from "./people";

export type Worklist = { needsMe: WorklistEntry[]; nothingNeeded: WorklistEntry[] };

/**
 * Every patient under treatment with the reasons to look at them, most pressing first; eleven statements whatever the number
 * of patients. Patients whose access is switched off are left out, and those whose plan has ended unless a question of theirs waits.
 */
export const getWorklist = query({
  can: "progress.read-worklist",
  input: z.strictObject({}),
  async run({ tx, actor, now, listed }): Promise<Worklist> {
    const people = await peopleOf(tx, actor);
    // A day of margin at each end: the patients' days may be ahead of the clinic's or behind it.
    const since = addDays(mondayOf(addDays(calendarDayOf(now, actor.timeZone), -1)), -7 * (SPARK_WEEKS - 1));
    const plans = await plansByPatient(tx, actor);
    const pain = await painByPatient(tx, actor, since);
    const answered = await answeredByPatient(tx, actor);
    const asked = await unansweredByPatient(tx, actor);
    const requests = await requestedPlans(tx, actor);
    const flagged = await flaggedByPatient(tx, actor);
    const looked = people.map(({ id, timeZone }) => ({ id, today: calendarDayOf(now, timeZone) }));
    const ready = await suggestionsByPatient(tx, actor, looked);
    const entries = people.flatMap((person) => {
      const entry = worklistEntry(
        person,
        {
          plans: plans.get(person.id) ?? [],
          pain: pain.get(person.id) ?? [],
          answered: answered.get(person.id) ?? [],
          asked: asked.get(person.id) ?? [],
          requests: requests.get(person.id) ?? [],
          flagged: flagged.get(person.id) ?? [],
          ready: readyInWords(ready.get(person.id) ?? []),
        },
        now,
      );
      return entry === null ? [] : [entry];
    });
    listed(entries.length);
    entries.sort((a, b) => a.rank - b.rank);
    return {
      needsMe: entries.filter((entry) => entry.reasons.length > 0),
      nothingNeeded: entries.filter((entry) => entry.reasons.length === 0),
    };
  },
});

async function painByPatient(tx: Tx, actor: Person, since: CalendarDay): Promise<Map<string, PainPoint[]>> {
  const rows = await tx
    .select({
      patientId: practiceLogs.patientId,
      day: practiceLogs.dueOn,
      answers: sql<(number | null)[]>`jsonb_agg(${practiceLogs.painNrs})`,
    })
    .from(practiceLogs)
    .where(standingSince(tx, actor, since))
    .groupBy(practiceLogs.patientId, practiceLogs.dueOn);
  const found = new Map<string, PainPoint[]>();
  for (const { patientId, day, answers } of rows) {
    const points = found.get(patientId) ?? [];
    points.push(...answers.map((pain) => ({ day, pain })));
    found.set(patientId, points);
  }
  return found;
}

async function answeredByPatient(tx: Tx, actor: Person): Promise<Map<string, AnsweredCopy[]>> {
  const rows = await tx
    .select({
      patientId: responses.patientId,
      itemKey: responses.itemKey,
      dueOn: responses.dueOn,
      slug: instruments.slug,
      answeredOn,
    })
    .from(responses)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, responses.clinicId),
        eq(instrumentVersions.id, responses.instrumentVersionId),
      ),
    )
    .innerJoin(
      instruments,
      and(eq(instruments.clinicId, instrumentVersions.clinicId), eq(instruments.id, instrumentVersions.instrumentId)),
    )
    .where(inScope(actor, responses));
  const found = new Map<string, AnsweredCopy[]>();
  for (const { patientId, ...copy } of rows) {
    const answered = found.get(patientId) ?? [];
    answered.push(copy);
    found.set(patientId, answered);
  }
  return found;
}
