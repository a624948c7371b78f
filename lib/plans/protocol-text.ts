import type { Region } from "@/lib/identity/vocabulary";
import type { Protocol } from "./protocol-schema";
import type { DraftBody, DraftItem, DraftPhase } from "./schemas";

/** What a saved protocol says of where it comes from, when nobody said more. */
const OWN_BASIS = "Saved by this clinic from a plan that was written here. How far it has been tested is not recorded.";

/** The slug of a protocol a clinic saves: a tilde and the end of its id after its plain letters, so that nothing shipped meets it. */
export function ownProtocolSlug(title: string, id: string): string {
  const letters = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
  return `${letters || "protocol"}~${id.replaceAll("-", "").slice(-12).toLowerCase()}`;
}

/** Notes to the patient are left out unless they are kept: they may speak of one person alone. */
export type ProtocolHead = Pick<Protocol, "slug" | "title" | "summary"> & { regions: Region[]; keepNotes: boolean };

/** The text of a plan as a protocol, without the keys that are its own. */
export function protocolOfBody(body: DraftBody, { keepNotes, ...head }: ProtocolHead): Protocol {
  return {
    ...head,
    basis: OWN_BASIS,
    phases: body.phases.map(({ key: _key, items, ...phase }) => {
      const groups = [...new Set(items.flatMap(({ supersetKey }) => supersetKey ?? []))];
      return {
        ...phase,
        items: items.map(({ key: _own, supersetKey, note, ...item }) => ({
          ...item,
          note: keepNotes ? note : "",
          ...(supersetKey ? { supersetKey: `group ${groups.indexOf(supersetKey) + 1}` } : {}),
        })),
      };
    }),
  };
}

type Keyed = { key: string };

/** Pairs each thing of one list with the first free one of another that is alike, in order. */
function paired<Left, Right extends Keyed>(
  left: readonly Left[],
  right: readonly Right[],
  isAlike: (a: Left, b: Right) => boolean,
): Map<Left, Right> {
  const free = new Set(right);
  const pairs = new Map<Left, Right>();
  for (const one of left) {
    const other = [...free].find((candidate) => isAlike(one, candidate));
    if (!other) continue;
    free.delete(other);
    pairs.set(one, other);
  }
  return pairs;
}

/**
 * A protocol as a text that can be held against a plan's: what is alike has the plan's keys. Phases are alike by title, or else by
 * place; items by what they hand out, first in the same phase and then anywhere. `newKey` names the rest.
 */
export function protocolBeside(protocol: Protocol, plan: DraftBody, newKey: () => string): DraftBody {
  const byTitle = paired(protocol.phases, plan.phases, (a, b) => a.title === b.title);
  const taken = new Set(byTitle.values());
  const phaseOf = (phase: Protocol["phases"][number], at: number): DraftPhase | undefined => {
    const samePlace = plan.phases[at];
    return byTitle.get(phase) ?? (samePlace && !taken.has(samePlace) ? samePlace : undefined);
  };
  const used = new Set<DraftItem>();
  const partners = protocol.phases.map(phaseOf);
  const within = protocol.phases.map((phase, at) => {
    const pairs = paired(phase.items, partners[at]?.items ?? [], isSameThing);
    for (const item of pairs.values()) used.add(item);
    return pairs;
  });
  const rest = plan.phases.flatMap(({ items }) => items.filter((item) => !used.has(item)));
  const loose = protocol.phases.flatMap((phase, at) => phase.items.filter((item) => !within[at]?.has(item)));
  const elsewhere = paired(loose, rest, isSameThing);
  return {
    title: protocol.title,
    phases: protocol.phases.map(({ items, ...phase }, at) => ({
      ...phase,
      key: partners[at]?.key ?? newKey(),
      items: items.map((item) => {
        const other = within[at]?.get(item) ?? elsewhere.get(item);
        return { ...item, key: other?.key ?? newKey() };
      }),
    })),
  };
}

const isSameThing = (a: { kind: string; slug: string }, b: { kind: string; slug: string }) =>
  a.kind === b.kind && a.slug === b.slug;
