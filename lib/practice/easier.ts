import type { Dose } from "@/lib/plans/schemas";

/**
 * The dose of an easier version done in place of a line: as prescribed and without the weight or the band. Where one is counted and the
 * other held, as the easier one is usually done; the sets, the side and the rest stay those of the line.
 */
export function easierDose(prescribed: Dose, usual: Pick<Dose, "repetitions" | "holdSeconds" | "tempo">): Dose {
  const isAlike = (prescribed.repetitions === null) === (usual.repetitions === null);
  const { repetitions, holdSeconds, tempo } = isAlike ? prescribed : usual;
  const { bandColour: _band, ...kept } = prescribed;
  return { ...kept, repetitions, holdSeconds, tempo, loadKg: null };
}
