/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { refuseStrongRole } = await import("./lib/core/boot");
  await refuseStrongRole();
  const { startWebRunner } = await import("./lib/jobs/web-runner");
  startWebRunner();
}
