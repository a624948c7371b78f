/** Steps that can be taken back. */
export const MOST_STEPS = 100;

/** What was written before and after what stands now. `typing` is the field the last step was typed in, null for other steps. */
export type History<T> = { past: readonly T[]; present: T; future: readonly T[]; typing: string | null };

/** A history that begins with what stands now. */
export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], typing: null };
}

/**
 * The history with a step more; the same history when nothing differs. Typing on in the field of the step before belongs to that
 * step. What had been taken back is gone; of more than a hundred steps the oldest is forgotten.
 */
export function record<T>(history: History<T>, next: T): History<T> {
  const places = differences(history.present, next);
  if (places.length === 0) return history;
  const [only] = places;
  const typing = places.length === 1 && only?.isTyped ? only.path : null;
  if (typing !== null && typing === history.typing && history.future.length === 0) {
    const isBack = differences(history.past.at(-1), next).length === 0;
    return isBack
      ? { ...history, past: history.past.slice(0, -1), present: next, typing: null }
      : { ...history, present: next };
  }
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present: next, future: [], typing };
}

/** One step back; the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const { past, present, future } = history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], typing: null };
}

/** One step on again; the same history when none was taken back. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, typing: null };
}

/** Nothing, null, an empty text and a number not yet written are the same to a form. */
const isNothing = (value: unknown) => value === undefined || value === null || value === "" || Number.isNaN(value);

const isLeaf = (value: unknown) => typeof value !== "object" || value === null;

type Difference = { path: string; isTyped: boolean };

/** Where two values differ, by dotted path; lists of different length differ as a whole. */
export function differences(before: unknown, after: unknown, path = ""): Difference[] {
  if (Object.is(before, after) || (isNothing(before) && isNothing(after))) return [];
  if (isLeaf(before) || isLeaf(after)) return [{ path, isTyped: isLeaf(before) && isLeaf(after) }];
  if (Array.isArray(before) && Array.isArray(after) && before.length !== after.length)
    return [{ path, isTyped: false }];
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
    differences(was[key], is[key], path === "" ? key : `${path}.${key}`),
  );
}
