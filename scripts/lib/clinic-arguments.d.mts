export const USAGE: string;
export function readClinicArguments(
  args: string[],
): { help: true } | { help: false; name: string; zone: string; "admin-name": string; "admin-email": string };
