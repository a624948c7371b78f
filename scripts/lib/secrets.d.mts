export const SECRET_NAMES: string[];
export const GIVEN_NAMES: string[];
export function makePushKeys(): { VAPID_PUBLIC_KEY: string; VAPID_PRIVATE_KEY: string };
export function arePushKeys(keys: { VAPID_PUBLIC_KEY: string; VAPID_PRIVATE_KEY: string }): boolean;
export function isBase64Url32(text: string): boolean;
export function completeSecrets(
  kept: Record<string, string>,
  env: Record<string, string | undefined>,
  generate: () => string,
): { kept: Record<string, string>; secrets: Record<string, string>; changed: boolean };
export function openSecrets(dataDir: string, env?: Record<string, string | undefined>): Record<string, string>;
