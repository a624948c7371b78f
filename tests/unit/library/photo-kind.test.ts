import { describe, expect, test } from "vitest";
import { NOT_A_PHOTO, PHOTO_BYTES_MOST, photoKindOf, photoProblem, TOO_LARGE } from "@/lib/library/photo-kind";

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : part)));

const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0], "rest");
const PNG = bytes([0x89], "PNG\r\n", [0x1a], "\n", "rest");
const WEBP = bytes("RIFF", [9, 0, 0, 0], "WEBPVP8 ");

describe("what a file is by its first bytes", () => {
  test.each([
    ["a JPEG", JPEG, "jpeg"],
    ["a PNG", PNG, "png"],
    ["a WebP", WEBP, "webp"],
    ["nothing", bytes(), null],
    ["a JPEG that ends after two bytes", bytes([0xff, 0xd8]), null],
    ["a PNG whose line ends were changed on the way", bytes([0x89], "PNG\n", [0x1a], "\n"), null],
    ["a sound in the same kind of box as a WebP", bytes("RIFF", [9, 0, 0, 0], "WAVEfmt "), null],
    ["a GIF", bytes("GIF89a"), null],
    ["an SVG", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), null],
    ["a page", bytes("<!doctype html><script>1</script>"), null],
    ["a PDF", bytes("%PDF-1.7"), null],
    ["a BMP", bytes("BM", [0, 0, 0, 0]), null],
    ["a TIFF", bytes("II*\0"), null],
    ["an AVIF", bytes([0, 0, 0, 28], "ftypavif"), null],
    ["a page that holds a JPEG further in", bytes("<!--", [0xff, 0xd8, 0xff], "-->"), null],
  ])("%s", (_name, given, kind) => expect(photoKindOf(given)).toBe(kind));
});

describe("why a file cannot be put in", () => {
  const long = (start: Uint8Array, length: number) => {
    const file = new Uint8Array(length);
    file.set(start);
    return file;
  };
  test.each([
    ["a photo", JPEG, null],
    ["one of just 10 MB", long(PNG, PHOTO_BYTES_MOST), null],
    ["one byte more", long(PNG, PHOTO_BYTES_MOST + 1), TOO_LARGE],
    ["a large file of another kind", long(bytes("GIF89a"), PHOTO_BYTES_MOST + 1), TOO_LARGE],
    ["an empty file", bytes(), "This file is empty. Choose another one."],
    ["an SVG", bytes("<svg/>"), NOT_A_PHOTO],
    ["an AVIF", bytes([0, 0, 0, 28], "ftypavif"), NOT_A_PHOTO],
    [
      "an iPhone's own kind",
      bytes([0, 0, 0, 28], "ftypheic"),
      "This is a HEIC photo, which browsers do not show. Save it as a JPEG and choose that.",
    ],
  ])("%s", (_name, given, problem) => expect(photoProblem(given)).toBe(problem));
});
