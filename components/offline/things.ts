import { chainOf, type Outgoing } from "./outgoing-rules";

/** What somebody would call one thing: an exercise, a session, or a questionnaire with all of its answers. */
export type Thing = { key: string; words: string; givenAt: number; parts: readonly Outgoing[] };

/** Things in the order in which they were given. */
export function thingsIn(items: readonly Outgoing[]): Thing[] {
  const things = new Map<string, Outgoing[]>();
  for (const item of items) {
    const name = chainOf(item) ?? item.key;
    things.set(name, [...(things.get(name) ?? []), item]);
  }
  return [...things].map(([key, parts]) => ({
    key,
    words: parts.at(-1)?.words ?? "",
    givenAt: parts.at(-1)?.givenAt ?? 0,
    parts,
  }));
}
