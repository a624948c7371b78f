export type SignIn = { role: string; email: string; password: string; note?: string };
export function parseReport(
  line: string,
): { step?: string; ms?: number; note?: string; signIns?: SignIn[]; error?: string } | null;
export function signInLines(signIns: SignIn[]): string[];
