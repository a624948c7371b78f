export function parseProcStat(text: string): { state: string; startTicks: string };
export function identityOf(pid: number): string | null;
export function lastLines(text: string, count: number): string;
