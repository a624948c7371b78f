import type { AskedInstrument, Item, Scale, Subscale } from "./instrument-schema";

type Asked = Pick<AskedInstrument, "scale">;

/** The scale a part is answered on: its own, or the instrument's. */
export function scaleOf(instrument: Asked, subscale: Pick<Subscale, "scale">): Scale {
  return subscale.scale ?? instrument.scale;
}

/** The least and the most an answer can be. */
export function boundsOf(scale: Scale): { least: number; most: number } {
  if (scale.kind === "likert") {
    const values = scale.options.map(({ value }) => value);
    return { least: Math.min(...values), most: Math.max(...values) };
  }
  if (scale.kind === "yes-no" || scale.kind === "tick") return { least: 0, most: 1 };
  return { least: scale.least, most: scale.most };
}

/** Why a value cannot be an answer on a scale; null when it can. Only a line takes parts of a step. */
export function faultOf(scale: Scale, value: number): "not a whole number" | "not on the scale" | null {
  if (!Number.isFinite(value)) return "not on the scale";
  if (scale.kind !== "vas" && !Number.isInteger(value)) return "not a whole number";
  if (scale.kind === "likert")
    return scale.options.some((option) => option.value === value) ? null : "not on the scale";
  const { least, most } = boundsOf(scale);
  return value < least || value > most ? "not on the scale" : null;
}

/** The steps of a scale that has few: value and words, in order. Null for rows of numbers and lines. */
export function optionsOf(
  scale: Scale,
  item?: Pick<Item, "options">,
): readonly { value: number; label: string }[] | null {
  if (scale.kind === "likert") {
    const own = new Map(item?.options?.map(({ value, label }) => [value, label]));
    return scale.options.map(({ value, label }) => ({ value, label: own.get(value) ?? label }));
  }
  if (scale.kind === "yes-no") {
    return [
      { value: 1, label: "Yes" },
      { value: 0, label: "No" },
    ];
  }
  return null;
}

/** An answer in words: "A lot", "Yes", "Ticked", "7 of 10". */
export function answerInWords(scale: Scale, value: number, item?: Pick<Item, "options">): string {
  if (scale.kind === "tick") return value === 1 ? "Ticked" : "Not ticked";
  const option = optionsOf(scale, item)?.find((candidate) => candidate.value === value);
  if (option) return option.label;
  return "most" in scale ? `${Number(value.toFixed(1))} of ${scale.most}` : String(value);
}

/** Every item of an instrument with the part it stands in and its scale, in order. */
export function itemsOf<I extends Pick<AskedInstrument, "scale" | "subscales">>(
  instrument: I,
): { item: Item; subscale: I["subscales"][number]; scale: Scale }[] {
  return instrument.subscales.flatMap((subscale) =>
    subscale.items.map((item) => ({ item, subscale, scale: scaleOf(instrument, subscale) })),
  );
}
