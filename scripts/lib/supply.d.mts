export type LockEntry = {
  version?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { lockfileVersion: number; packages: Record<string, LockEntry> };
export type Supply = {
  lock: Lock;
  allowScripts: Record<string, boolean>;
  reasons: Record<string, string>;
  floors: Record<string, { minVersion: string; why: string }>;
};
export function packageNameOf(where: string): string;
export function compareVersions(a: string, b: string): -1 | 0 | 1;
export function platformOfName(name: string): { cpu: string[]; os?: string[]; libc?: string[] } | null;
export function completeLock(lock: Lock): { lock: Lock; added: string[] };
export function checkSupply(supply: Supply): { problems: string[]; notes: string[] };
