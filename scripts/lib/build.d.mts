export function isBuildInput(file: string): boolean;
export function hashFiles(files: [name: string, content: Buffer][]): string;
