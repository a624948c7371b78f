import type { z } from "zod";
import type { Result } from "@/lib/core/errors";
import type { pausePlanSchema, resumePlanSchema } from "@/lib/plans/course-schemas";

export type PauseAction = (input: z.input<typeof pausePlanSchema>) => Promise<Result<{ planIds: string[] }>>;
export type ResumeAction = (input: z.input<typeof resumePlanSchema>) => Promise<Result<{ planIds: string[] }>>;
