export type Settings = {
  isDev: boolean;
  command: string;
  host: string;
  port: number;
  publicUrl: string | null;
  dataDir: string;
  databases: { web: string; admin: string } | null;
  demo: "yes" | "no" | "auto";
};
export function readSettings(root: string, env: Record<string, string | undefined>, args: string[]): Settings;
export function readDatabaseUrl(name: string, text: string): { role: string; database: string; address: string };
export function reachableHost(host: string): string;
export function httpAddress(host: string, port: number): string;
