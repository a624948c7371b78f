export function errorToShow(line: string): string | null;
