export function isInstalled(
  wanted: object,
  installed: object | null,
  machine: { platform: string; arch: string; withDev: boolean },
): boolean;
