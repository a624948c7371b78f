import type { CalendarDay } from "@/lib/core/calendar";
import { planNames } from "@/lib/plans/plan-names";

type Named = {
  planId: string;
  startsOn: CalendarDay;
  versions: readonly { title: string; items: readonly { id: string }[] }[];
};

/** The name of the plan a line stands in, by the line's row; what tells it from the other plans. @throws RangeError on a bad day. */
export function planOfLine(plans: readonly Named[]): Map<string, string> {
  const titled = plans.map(({ planId, startsOn, versions }) => ({
    planId,
    startsOn,
    title: versions.at(-1)?.title ?? "",
  }));
  const names = planNames(titled);
  return new Map(
    plans.flatMap(({ planId, versions }) =>
      versions.flatMap(({ items }) => items.map(({ id }): [string, string] => [id, names.get(planId) ?? ""])),
    ),
  );
}

/** A line that may stand under the same title in another plan: then `plan` names its own. */
export type ToldApart<Line> = Line & { plan?: string };

/** Lines of one day, those that several plans have under one title with the name of the plan each is of. */
export function tellApart<Line extends { title: string }>(
  lines: readonly Line[],
  planOf: (line: Line) => string | undefined,
): ToldApart<Line>[] {
  const plans = new Map<string, Set<string | undefined>>();
  for (const line of lines) plans.set(line.title, (plans.get(line.title) ?? new Set()).add(planOf(line)));
  return lines.map((line) => {
    const plan = planOf(line);
    return plan !== undefined && (plans.get(line.title)?.size ?? 0) > 1 ? { ...line, plan } : line;
  });
}

/** "Glute bridge (My knee)": a line by its title, with its plan where another plan has the same title. */
export function labelOf({ title, plan }: { title: string; plan?: string | undefined }): string {
  return plan === undefined ? title : `${title} (${plan})`;
}
