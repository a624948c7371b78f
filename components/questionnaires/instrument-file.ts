/** A file as it was when it was chosen; what is changed on the device afterwards has to be chosen again. */
export type ChosenFile = { name: string; size: number; bytes: Uint8Array<ArrayBuffer> };

/** "340 bytes", "12 kB", "1.4 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Reads a chosen file, or says why it is not taken; one that is larger than `most` bytes is not read. */
export async function readChosen(file: File, most: number): Promise<ChosenFile | { problem: string }> {
  const { name, size } = file;
  if (size > most) {
    return { problem: `The file is ${sizeInWords(size)}; ${sizeInWords(most).replace(".0", "")} is the most.` };
  }
  if (size === 0) return { problem: "The file is empty." };
  try {
    return { name, size, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { problem: "This file could not be read. Choose it again." };
  }
}
