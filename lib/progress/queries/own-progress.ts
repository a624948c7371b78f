import { z } from "zod";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type ProgressSummary, summarise } from "../summary";
import { loadCourse } from "./course";

/** The signed-in patient's own progress. */
export const getOwnProgress = query({
  can: "progress.read-own",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<ProgressSummary> {
    const id = found(actor.patientId);
    return summarise(await loadCourse(tx, actor, { id, timeZone: actor.timeZone }, now));
  },
});
