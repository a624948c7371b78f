/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { refuseStrongRole } = await import("./lib/core/boot");
    await refuseStrongRole();
  }
}
