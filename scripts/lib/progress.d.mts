export type Output = { isTTY?: boolean; columns?: number; write(text: string): unknown };
export type Progress = {
  print(line: string): void;
  end(): void;
  step(
    name: string,
    doing: string,
    work: () => unknown | Promise<unknown>,
    options?: { long?: boolean },
  ): Promise<void>;
};
export function formatDuration(milliseconds: number): string;
export function doneLine(name: string, milliseconds: number, note: string): string;
export function createProgress(options?: { out?: Output; now?: () => number }): Progress;
