import { z } from "zod";
import { found } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { standingRecords } from "../response-record";
import { type ResultView, resultOf } from "../result";
import { responseRecords } from "./records";

/** What a questionnaire the patient sent came to, against their first answers to the same one. */
export const getResult = query({
  can: "questionnaires.read-own",
  input: z.strictObject({ responseId: z.uuid() }),
  async run({ tx, actor, input }): Promise<ResultView> {
    const records = await responseRecords(tx, actor, found(actor.patientId));
    const record = found(records.find(({ id }) => id === input.responseId));
    const standing = standingRecords(records);
    const ofOne = standing.filter(({ instrumentId }) => instrumentId === record.instrumentId);
    // In order of the day the answers speak of: a correction stands where what it replaced stood.
    const first = ofOne.find(
      ({ id, answeredOn }) => id !== record.id && id !== record.correctsId && answeredOn <= record.answeredOn,
    );
    const isFirst = ofOne[0]?.id === record.id;
    return resultOf(record, isFirst ? null : (first ?? null), standing.includes(record));
  },
});
