export type Decoded = { text: string } | { problem: string };

const NOT_TEXT = "This is not a text file, or its text is in an encoding that cannot be read here.";

/**
 * The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one. Windows encoding (Windows-1252) is known by its bytes and
 * refused rather than guessed at: its letters depend on the country of the computer that wrote it, and a wrong guess changes words nobody
 * looks at again. `problem` is a sentence that says what to do.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodedAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodedAs("utf-16be", bytes);
  if (first === 0x50 && second === 0x4b) {
    return { problem: "This is a workbook or a packed file. Save the sheet as “CSV UTF-8” and choose that file." };
  }
  if (bytes.some(isNoText)) return { problem: NOT_TEXT };
  const whole = decodedAs("utf-8", bytes);
  if ("text" in whole) return whole;
  const before = new TextDecoder().decode(bytes).split("\uFFFD", 1)[0] ?? "";
  const line = before.split(/\r\n|\r|\n/).length;
  return {
    problem: `This file is in Windows encoding (Windows-1252), not in UTF-8: see line ${line}. In Excel choose “Save as”, then “CSV UTF-8 (comma delimited)”; in other programs choose UTF-8 when you save.`,
  };
}

/** Control characters that no text has: all below the space but tab, line feed, form feed and carriage return. */
function isNoText(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
}

function decodedAs(encoding: "utf-8" | "utf-16le" | "utf-16be", bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { problem: NOT_TEXT };
  }
}
