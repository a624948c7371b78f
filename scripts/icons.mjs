// Draws the icons of the installed portal anew from the plumb line of app/icon.svg: `node scripts/icons.mjs`.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const drawing = readFileSync(join(root, "app/icon.svg"), "utf8");
const inside = drawing.slice(drawing.indexOf("</title>") + "</title>".length, drawing.lastIndexOf("</svg>"));
const line = inside.replace(/<rect[^>]*\/>/, "");

/** A system cuts a maskable icon to a shape of its own: what matters stays within the middle four fifths. */
const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" fill="#0f6b6b" />
  <path d="M32 0v24" stroke="#fbfaf7" stroke-width="3.3" />
  <g transform="translate(8.5 9) scale(0.735)">${line}</g>
</svg>`;

const draw = (svg, size, file) =>
  sharp(Buffer.from(svg), { density: 72 * (size / 16) })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(root, file));

await draw(drawing, 192, "public/icons/icon-192.png");
await draw(drawing, 512, "public/icons/icon-512.png");
await draw(maskable, 192, "public/icons/maskable-192.png");
await draw(maskable, 512, "public/icons/maskable-512.png");
await draw(maskable, 180, "app/apple-icon.png");
