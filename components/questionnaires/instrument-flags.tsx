import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Flag, Instrument } from "@/lib/questionnaires/instrument-schema";
import { answerInWords, itemsOf } from "@/lib/questionnaires/scales";
import type { FlagLevel } from "@/lib/questionnaires/vocabulary";

const LEVELS = {
  emergency: { tone: "safety", words: "Help at once" },
  "same-day": { tone: "safety", words: "The same day" },
  clinic: { tone: "caution", words: "At the next contact" },
} as const satisfies Record<FlagLevel, { tone: string; words: string }>;

/** Answers that must be acted on, whatever the score: which, what the patient is told, and what the clinic is. */
export function InstrumentFlags({ instrument }: { instrument: Instrument }) {
  const { flags = [] } = instrument;
  if (flags.length === 0) return null;
  return (
    <section aria-labelledby="flags">
      <h2 id="flags" className="mb-3 text-xl">
        Answers to act on
      </h2>
      <ul className="grid gap-3">
        {flags.map((flag) => (
          <Card as="li" key={flag.id} tone="plain" pad="sm">
            <Badge tone={LEVELS[flag.level].tone}>{LEVELS[flag.level].words}</Badge>
            <p className="measure mt-1.5 font-medium">{raisedBy(instrument, flag)}</p>
            <p className="measure mt-1 text-sm">You are told: {flag.reason}</p>
            <p className="measure mt-1 text-sm">The patient is told at once: {flag.advice}</p>
            <p className="measure mt-1 text-ink-soft text-sm">Source: {flag.source}</p>
          </Card>
        ))}
      </ul>
    </section>
  );
}

function raisedBy(instrument: Instrument, { itemId, from }: Flag): string {
  const asked = itemsOf(instrument).find(({ item }) => item.id === itemId);
  if (!asked) return "";
  const { item, scale } = asked;
  const answer = answerInWords(scale, from, item);
  const isSingle = scale.kind === "yes-no" || scale.kind === "tick";
  return `${item.text}${/[?.!]$/.test(item.text) ? "" : ":"} ${isSingle ? answer : `${answer}, or more`}`;
}
