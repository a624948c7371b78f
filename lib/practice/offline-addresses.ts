import { SESSION_HREF, type Today } from "./today";

/** The addresses of a day that are to open without a network: what is due, what may be done, and what the way there leads past. */
export function offlineAddresses(today: Pick<Today, "exercises" | "asNeeded" | "reading" | "questions">): string[] {
  const due = today.exercises.filter(({ state }) => state === "due").map(({ href }) => href);
  const session = due.length > 0 ? [SESSION_HREF] : [];
  const asNeeded = today.asNeeded.map(({ href }) => href);
  const reading = today.reading.map(({ href }) => href);
  const questions = today.questions.map(({ href }) => href);
  const shown = [...due, ...asNeeded, ...questions, ...reading];
  return [...new Set(["/today", ...session, ...shown, "/read", "/questions", "/me/waiting"])];
}
