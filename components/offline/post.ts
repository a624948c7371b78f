import { learnClock } from "@/components/practice/portal-clock";
import type { Answer, Outgoing } from "./outgoing-rules";

const PATIENCE_MS = 20_000;

/** Sends one thing. Null when the clinic could not be reached, or what came back is not its answer. */
export async function post(given: Pick<Outgoing, "who" | "kind" | "body">): Promise<Answer> {
  const response = await fetch("/api/sync", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(given),
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const now = response.headers.get("x-portal-now");
  if (now) learnClock(now);
  const answer: unknown = await response.json();
  return isAnswer(answer) ? answer : null;
}

function isAnswer(answer: unknown): answer is NonNullable<Answer> {
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) return false;
  if (answer.ok === true) return true;
  const { code, message, fieldErrors } = answer as Record<string, unknown>;
  return typeof code === "string" && typeof message === "string" && typeof fieldErrors === "object";
}
