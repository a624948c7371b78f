import { isNull } from "drizzle-orm";
import { z } from "zod";
import { instruments } from "@/db/schema/questionnaires";
import { query } from "@/lib/core/query";
import { scoreInstrument, shownOf } from "../instrument-score";
import { scoredParts } from "../scored-parts";
import { latestVersions } from "./instruments";

/** A score a questionnaire gives, and the scale people are shown it on. */
export type ScoreChoice = {
  slug: string;
  /** The questionnaire's. */
  title: string;
  part: string;
  partTitle: string;
  least: number;
  most: number;
  isHigherBetter: boolean;
};

/** Every score of the questionnaires a clinic can ask, in their latest version, by title. One statement. */
export const listScores = query({
  can: "questionnaires.list-instruments",
  input: z.strictObject({}),
  async run({ tx, actor }): Promise<ScoreChoice[]> {
    const versions = await latestVersions(tx, actor, isNull(instruments.retiredAt));
    return versions.flatMap(({ slug, instrument }) => {
      const { shortTitle: title, direction } = instrument;
      const titles = new Map(scoredParts(instrument).map((part) => [part.id, part.title]));
      return scoreInstrument(instrument, {}).parts.map((score) => {
        const { least, most } = shownOf(score, instrument);
        const partTitle = titles.get(score.id) ?? score.id;
        return {
          slug,
          title,
          part: score.id,
          partTitle,
          least,
          most,
          isHigherBetter: direction === "higher-is-better",
        };
      });
    });
  },
});
