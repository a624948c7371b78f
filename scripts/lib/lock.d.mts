export type ProcessRecord = { pid: number; identity: string };
export type LockContent = { holder: ProcessRecord; address: string; web: ProcessRecord | null };
export type Lock = { recordWeb(pid: number): void; release(): void };
export type Taken = { lock?: Lock; heldBy?: LockContent; recovered?: boolean };
export function parseLock(text: string): LockContent | null;
export function takeLock(file: string, options?: { address?: string }): Promise<Taken>;
