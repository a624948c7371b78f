import { describe, expect, it } from "vitest";
import { decodeText } from "@/lib/core/decode-text";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((char, index) => {
    view.setUint16(index * 2, char.charCodeAt(0), isLittle);
  });
  return bytes;
};
const problemOf = (bytes: Uint8Array) => {
  const decoded = decodeText(bytes);
  return "problem" in decoded ? decoded.problem : null;
};

describe("the text of a file", () => {
  it.each([
    ["UTF-8", utf8("Zoë – ½")],
    ["UTF-8 with a mark", utf8("\uFEFFZoë – ½")],
    ["UTF-16, little end first", utf16("\uFEFFZoë – ½", true)],
    ["UTF-16, big end first", utf16("\uFEFFZoë – ½", false)],
  ])("is read from %s", (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: "Zoë – ½" });
  });

  it("is not guessed from Windows encoding: the line is named, and what to do", () => {
    const bytes = Uint8Array.from([...utf8("part,text\r\npain,caf"), 0xe9, ...utf8("\r\n")]);
    expect(problemOf(bytes)).toContain("Windows-1252");
    expect(problemOf(bytes)).toContain("line 2");
    expect(problemOf(bytes)).toContain("CSV UTF-8");
  });

  it("is not looked for in workbooks and other bytes", () => {
    expect(problemOf(Uint8Array.from([0x50, 0x4b, 0x03, 0x04]))).toContain("workbook");
    expect(problemOf(Uint8Array.from([0x61, 0x00, 0x62, 0x00]))).toContain("not a text file");
    expect(problemOf(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]))).toContain("not a text file");
  });

  it("may be empty", () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: "" });
  });
});
