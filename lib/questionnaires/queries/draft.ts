import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { draftAnswers, instrumentVersions, responseDrafts, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { publishedPlans } from "@/lib/plans/queries";
import type { KeptAnswer } from "../answers";
import { openOccasion } from "../occasions";
import { nextItemId } from "../review";
import { type AskedInstrument, type Instrument, occasionSchema } from "../schemas";
import { isStanding } from "./standing";

export type OpenQuestions = {
  state: "open";
  itemKey: string;
  dueOn: CalendarDay;
  overdueDays: number;
  /** Why the clinician asks, in their words; may be empty. */
  note: string;
  /** Null when it is not begun. */
  draftId: string | null;
  instrument: AskedInstrument;
  /** By item id; an item not reached is absent. */
  answers: Record<string, KeptAnswer>;
  /** The first item not reached; null when all are. */
  nextItemId: string | null;
  /** The portal's clock, ISO in UTC. */
  now: string;
};

export type DraftView = OpenQuestions | { state: "submitted"; responseId: string };

/**
 * One occasion of a questionnaire of the patient's own: the questions and the answers so far, or where its result is. Throws
 * AppError not-found when it is not due: never was, is still to come, or has been replaced by a later one.
 */
export const getDraft = query({
  can: "questionnaires.read-own",
  input: occasionSchema,
  async run({ tx, actor, now, input }): Promise<DraftView> {
    const { itemKey, dueOn } = input;
    const sent = await standingResponse(tx, actor, input);
    if (sent) return { state: "submitted", responseId: sent.id };
    const plans = await publishedPlans(tx, actor, found(actor.patientId));
    const occasion = found(openOccasion(plans, input, calendarDayOf(now, actor.timeZone)));
    const draft = await openedDraft(tx, actor, input);
    const [version] = await tx
      .select({ body: instrumentVersions.body })
      .from(instrumentVersions)
      .where(
        and(
          eq(instrumentVersions.clinicId, actor.clinicId),
          eq(instrumentVersions.id, draft?.instrumentVersionId ?? occasion.instrumentVersionId),
        ),
      );
    const { references: _references, licence: _licence, ...instrument } = found(version).body as Instrument;
    const answers = draft ? await keptAnswers(tx, actor, draft.id) : {};
    return {
      state: "open",
      itemKey,
      dueOn,
      overdueDays: occasion.overdueDays,
      note: occasion.note,
      draftId: draft?.id ?? null,
      instrument,
      answers,
      nextItemId: nextItemId(instrument, answers),
      now: now.toISOString(),
    };
  },
});

type WantedOccasion = { itemKey: string; dueOn: CalendarDay };

async function standingResponse(tx: Tx, actor: Person, { itemKey, dueOn }: WantedOccasion) {
  const [response] = await tx
    .select({ id: responses.id })
    .from(responses)
    .where(and(inScope(actor, responses), eq(responses.itemKey, itemKey), eq(responses.dueOn, dueOn), isStanding));
  return response;
}

async function openedDraft(tx: Tx, actor: Person, { itemKey, dueOn }: WantedOccasion) {
  const [draft] = await tx
    .select({ id: responseDrafts.id, instrumentVersionId: responseDrafts.instrumentVersionId })
    .from(responseDrafts)
    .where(and(inScope(actor, responseDrafts), eq(responseDrafts.itemKey, itemKey), eq(responseDrafts.dueOn, dueOn)));
  return draft;
}

async function keptAnswers(tx: Tx, actor: Person, draftId: string): Promise<Record<string, KeptAnswer>> {
  const rows = await tx
    .select({ itemId: draftAnswers.itemId, value: draftAnswers.value, answeredAt: draftAnswers.answeredAt })
    .from(draftAnswers)
    .where(and(eq(draftAnswers.clinicId, actor.clinicId), eq(draftAnswers.draftId, draftId)));
  return Object.fromEntries(
    rows.map(({ itemId, value, answeredAt }) => [itemId, { value, answeredAt: answeredAt.toISOString() }]),
  );
}
