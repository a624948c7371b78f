export type Tally = { passed: number; failed: number; skipped: number };
export function tallyVitest(report: object): Tally;
export function tallyPlaywright(report: object): Tally;
export function judgeFloor(exitCode: number | null, counts: Tally | null): Tally;
export function addTallies(tallies: Tally[]): Tally;
export function tallyLine(tally: Tally): string;
export function failuresOfVitest(report: object, root: string): string[];
export function failuresOfPlaywright(report: object): string[];
