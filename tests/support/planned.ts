import type { Planned, PlannedLine } from "@/lib/practice/plan-lines";

/** A line of a plan for tests of pure rules: an exercise every day from Monday 2 March 2026. */
export function line(changes: Partial<PlannedLine> = {}): PlannedLine {
  return {
    id: "item-1",
    key: "key-1",
    kind: "exercise",
    schedule: { kind: "weekly", weekdays: [1, 2, 3, 4, 5, 6, 7], timesPerDay: 1 },
    anchorOn: "2026-03-02",
    phaseStartsOn: "2026-03-02",
    phaseEndsOn: null,
    title: "Wall sit",
    slug: "wall-sit",
    dose: { sets: 3, repetitions: 10, holdSeconds: null, restSeconds: 30, loadKg: null, tempo: null, side: "none" },
    note: "",
    painCeiling: 5,
    libraryVersionId: "library-1",
    instrumentVersionId: null,
    ...changes,
  };
}

/** A plan of one version, or of several when each is given with its first day. */
export function planned(
  versions: readonly { effectiveOn: string; items: readonly PlannedLine[] }[],
  changes: Partial<Planned> = {},
): Planned {
  return {
    startsOn: "2026-03-02",
    endsOn: null,
    versions: versions.map((version, index) => ({ ...version, versionId: `version-${index + 1}`, number: index + 1 })),
    ...changes,
  };
}
