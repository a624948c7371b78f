/** Runs an operator's program: what it throws becomes one line and exit code 1, never a stack trace. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`plumbline: ${error instanceof Error ? error.message : "something went wrong"}\n`);
    process.exitCode = 1;
  }
}

/** The migration role's address, which the script that runs the program sets. */
export function adminAddress(): string {
  const url = process.env.DATABASE_ADMIN_URL;
  if (!url) throw new Error("DATABASE_ADMIN_URL is not set");
  return url;
}

/** Prints a line for the operator. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Seconds since a moment of performance.now(), with one decimal. */
export function secondsSince(begin: number): string {
  return `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}
