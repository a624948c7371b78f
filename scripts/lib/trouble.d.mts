export class Trouble extends Error {
  constructor(message: string, more?: { wayOut?: string; tail?: string; cause?: unknown });
  wayOut: string;
  tail: string;
}
export function describeTrouble(error: unknown, env?: Record<string, string | undefined>): string;
