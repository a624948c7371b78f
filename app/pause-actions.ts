"use server";

import { action } from "@/lib/core/action";
import { pausePlan } from "@/lib/plans/commands/pause";
import { resumePlan } from "@/lib/plans/commands/resume";

export const pause = action(pausePlan);
export const resume = action(resumePlan);
