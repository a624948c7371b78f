/** A line of a plan, as far as being done in turn with others goes. */
type Line = { key: string; supersetKey?: string | null };

/**
 * With which other lines of its phase each line is done in turn, by key, in the order of the phase. Lines done alone are not in
 * the map; a superset key that only one line has means nothing.
 */
export function inTurnWith<T extends Line>(lines: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const line of lines) {
    if (line.supersetKey) groups.set(line.supersetKey, [...(groups.get(line.supersetKey) ?? []), line]);
  }
  return new Map(
    [...groups.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map(({ key }) => [key, group.filter((other) => other.key !== key)] as const)),
  );
}

/** "In turn with Wall sit and Glute bridge"; null for a line done alone. `titles` are those of the others. */
export function inTurnInWords(titles: readonly string[]): string | null {
  const last = titles.at(-1);
  if (last === undefined) return null;
  return `In turn with ${titles.length === 1 ? last : `${titles.slice(0, -1).join(", ")} and ${last}`}`;
}
