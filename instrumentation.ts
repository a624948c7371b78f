/** Runs once when the server starts: it refuses to serve with a database role that row-level security would not hold. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { roleProblem } = await import("./lib/core/readiness");
  const { logEvent } = await import("./lib/core/log");
  let problem: string | null;
  try {
    problem = await roleProblem();
  } catch (error) {
    // An absent database is no reason to stop: /readyz says so until it is there.
    logEvent("role not checked", {}, error);
    return;
  }
  if (problem) {
    process.stderr.write(
      `plumbline: the database role of DATABASE_URL is too strong: ${problem}. Give the portal a role of its own.\n`,
    );
    process.exit(78);
  }
}
