import type { z } from "zod";
import type { Result } from "@/lib/core/errors";
import type { decideSuggestionSchema } from "@/lib/plans/course-schemas";

export type DecideAction = (input: z.input<typeof decideSuggestionSchema>) => Promise<Result<{ planId: string }>>;
