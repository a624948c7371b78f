import { create } from "qrcode";

/** A QR code as one SVG path: `size` modules a side, each module one unit. */
export type CodePicture = { size: number; path: string };

/** The QR code of a text, with middling (15%) error correction. */
export function codePicture(text: string): CodePicture {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column]) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  return { size, path };
}
