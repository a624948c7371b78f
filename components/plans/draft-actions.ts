import type { z } from "zod";
import type { Result } from "@/lib/core/errors";
import type { beginPlanSchema } from "@/lib/plans/course-schemas";
import type {
  discardDraftSchema,
  endPlanSchema,
  publishSchema,
  saveDraftSchema,
  startDraftSchema,
} from "@/lib/plans/schemas";

type Action<S extends z.ZodType, R> = (input: z.input<S>) => Promise<Result<R>>;

export type ApplyAction = Action<typeof beginPlanSchema, { planId: string }>;
export type StartAction = Action<typeof startDraftSchema, { revision: number }>;
type SaveAction = Action<typeof saveDraftSchema, { revision: number }>;
type DiscardAction = Action<typeof discardDraftSchema, { planId: string }>;
export type PublishAction = Action<typeof publishSchema, { number: number }>;
export type EndAction = Action<typeof endPlanSchema, { planId: string }>;

/** What the builder can do with a draft. */
export type DraftActions = { start: StartAction; save: SaveAction; discard: DiscardAction; publish: PublishAction };
