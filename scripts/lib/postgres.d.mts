export function parsePostmasterPid(text: string): { pid: number; port: number; isReady: boolean } | null;
