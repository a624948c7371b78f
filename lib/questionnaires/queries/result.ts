import { z } from "zod";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { earlierRecords, standingRecords } from "../response-record";
import { type ResultView, resultOf } from "../result";
import { responseRecords } from "./records";

/** What a questionnaire the patient sent came to, against their first answers to the same one. */
export const getResult = query({
  can: "questionnaires.read-own",
  input: z.strictObject({ responseId: z.uuid() }),
  async run({ tx, actor, input }): Promise<ResultView> {
    const records = await responseRecords(tx, actor, found(actor.patientId));
    const record = found(records.find(({ id }) => id === input.responseId));
    const isStanding = standingRecords(records).includes(record);
    return resultOf(record, earlierRecords(records, record), isStanding);
  },
});
