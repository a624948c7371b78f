/** What a push message holds: no name, no health word, and an address within the portal. */
export type PushPayload = {
  title: string;
  body: string;
  /** A path of the portal. */
  url: string;
  /** The same for the same reminder: a second copy takes the first one's place and does not sound again. */
  tag: string;
};

/** The push message of a reminder. `hasExercises` is false when only reading or questions are left. */
export function pushPayload(reminder: { id: string; hasExercises: boolean }): PushPayload {
  return {
    title: "Plumbline",
    body: reminder.hasExercises ? "Your exercises are waiting." : "Your list for today is waiting.",
    url: "/today",
    tag: reminder.id,
  };
}

/** What arrived, as a service worker reads it; null for anything else, such as the message of another version. */
export function readPushPayload(text: string): PushPayload | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof given !== "object" || given === null) return null;
  const { title, body, url, tag } = given as Record<string, unknown>;
  if (typeof title !== "string" || typeof body !== "string" || typeof url !== "string" || typeof tag !== "string") {
    return null;
  }
  // One slash and no more: two would lead to another machine.
  return /^\/(?![/\\])/.test(url) ? { title, body, url, tag } : null;
}
