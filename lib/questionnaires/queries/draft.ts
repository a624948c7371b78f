import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { draftAnswers, instrumentVersions, responseDrafts, responses } from "@/db/schema/questionnaires";
import type { Person } from "@/lib/access/actor";
import { inScope } from "@/lib/access/scope";
import { type CalendarDay, calendarDayOf } from "@/lib/core/calendar";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import type { KeptAnswer } from "../answers";
import type { SentAnswers } from "../differs";
import { type AskedInstrument, askedOf, type Instrument, type Names } from "../instrument-schema";
import { openOccasion } from "../occasions";
import { nextItemId } from "../review";
import { itemsOf } from "../scales";
import { occasionSchema } from "../schemas";
import { askedPlans } from "./asked-plans";
import { isStanding } from "./standing";

export type OpenQuestions = {
  state: "open";
  itemKey: string;
  dueOn: CalendarDay;
  overdueDays: number;
  /** The last day it can be answered; null for as long as it takes. */
  closesOn: CalendarDay | null;
  /** Why the clinician asks, in their words; may be empty. */
  note: string;
  /** Null when it is not begun. */
  draftId: string | null;
  instrument: AskedInstrument;
  /** By item id; an item not reached is absent. */
  answers: Record<string, KeptAnswer>;
  /** Activities the person named last time, by item. */
  names: Names;
  /** The first item not reached; null when all are. */
  nextItemId: string | null;
  /** The answers these will replace; null for first answers. */
  correction: { responseId: string; answeredOn: CalendarDay; sent: SentAnswers } | null;
  /** The portal's clock, ISO in UTC. */
  now: string;
};

export type DraftView = OpenQuestions | { state: "submitted"; responseId: string };

/**
 * One occasion of a questionnaire of the patient's own: the questions and the answers so far, or where its result is. Throws
 * AppError not-found when it is not due: never was, is still to come, has closed, or has been replaced by a later one.
 */
export const getDraft = query({
  can: "questionnaires.read-own",
  input: occasionSchema,
  async run({ tx, actor, now, input }): Promise<DraftView> {
    const patientId = found(actor.patientId);
    const { itemKey, dueOn } = input;
    const sent = await standingResponse(tx, actor, input);
    if (sent) return { state: "submitted", responseId: sent.id };
    const plans = await askedPlans(tx, actor, patientId);
    const occasion = found(openOccasion(plans, input, calendarDayOf(now, actor.timeZone)));
    const draft = await openedDraft(tx, actor, input);
    const versionId = draft?.instrumentVersionId ?? occasion.instrumentVersionId;
    const { instrument, instrumentId } = await askedVersion(tx, actor, versionId);
    const answers = draft ? await keptAnswers(tx, actor, draft.id) : {};
    return {
      state: "open",
      itemKey,
      dueOn,
      overdueDays: occasion.overdueDays,
      closesOn: occasion.closesOn,
      note: occasion.note,
      draftId: draft?.id ?? null,
      instrument,
      answers,
      names: hasNames(instrument) ? await lastNames(tx, actor, { patientId, instrumentId }) : {},
      nextItemId: nextItemId(instrument, answers),
      correction: null,
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
    .where(
      and(
        inScope(actor, responseDrafts),
        eq(responseDrafts.itemKey, itemKey),
        eq(responseDrafts.dueOn, dueOn),
        isNull(responseDrafts.correctsId),
      ),
    );
  return draft;
}

/** A version as it may leave for the person answering. */
export async function askedVersion(tx: Tx, actor: Person, versionId: string) {
  const [version] = await tx
    .select({ body: instrumentVersions.body, instrumentId: instrumentVersions.instrumentId })
    .from(instrumentVersions)
    .where(and(eq(instrumentVersions.clinicId, actor.clinicId), eq(instrumentVersions.id, versionId)));
  const { body, instrumentId } = found(version);
  return { instrument: askedOf(body as Instrument), instrumentId };
}

/** The answers given in a draft so far, by item. */
export async function keptAnswers(tx: Tx, actor: Person, draftId: string): Promise<Record<string, KeptAnswer>> {
  const rows = await tx
    .select({
      itemId: draftAnswers.itemId,
      value: draftAnswers.value,
      named: draftAnswers.named,
      answeredAt: draftAnswers.answeredAt,
    })
    .from(draftAnswers)
    .where(and(eq(draftAnswers.clinicId, actor.clinicId), eq(draftAnswers.draftId, draftId)));
  return Object.fromEntries(
    rows.map(({ itemId, value, named, answeredAt }) => [
      itemId,
      { value, ...(named === null ? {} : { named }), answeredAt: answeredAt.toISOString() },
    ]),
  );
}

function hasNames(instrument: AskedInstrument): boolean {
  return itemsOf(instrument).some(({ scale }) => scale.kind === "named");
}

type Wanted = { patientId: string; instrumentId: string };

async function lastNames(tx: Tx, actor: Person, { patientId, instrumentId }: Wanted): Promise<Names> {
  const [last] = await tx
    .select({ named: responses.named })
    .from(responses)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.clinicId, responses.clinicId),
        eq(instrumentVersions.id, responses.instrumentVersionId),
      ),
    )
    .where(
      and(
        inScope(actor, responses),
        eq(responses.patientId, patientId),
        eq(instrumentVersions.instrumentId, instrumentId),
        isNotNull(responses.named),
        isStanding,
      ),
    )
    .orderBy(desc(responses.submittedAt))
    .limit(1);
  return last?.named ?? {};
}
