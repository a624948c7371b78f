import { logEvent } from "./log";
import { roleProblem } from "./readiness";

/**
 * Ends the process when the portal's database role is one that row-level security would not hold. An absent database is no
 * reason to end: /readyz says so until it is there.
 */
export async function refuseStrongRole(): Promise<void> {
  let problem: string | null;
  try {
    problem = await roleProblem();
  } catch (error) {
    logEvent("role not checked", {}, error);
    return;
  }
  if (!problem) return;
  process.stderr.write(
    `plumbline: the database role of DATABASE_URL is too strong: ${problem}. Give the portal a role of its own.\n`,
  );
  process.exit(78);
}
