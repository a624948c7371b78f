import { describe, expect, test } from "vitest";
import { canonicalHash, canonicalJson, sha256Of } from "@/lib/core/canonical";

describe("canonical JSON", () => {
  test("has its keys in order, however deep, and lists as they are", () => {
    expect(canonicalJson({ b: [2, 1, { d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[2,1,{"d":1}]}');
  });

  test("holds the hash of bytes in their place, whichever kind of bytes they are", () => {
    const bytes = [...Buffer.from("abc")];
    const hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(sha256Of(new Uint8Array(bytes))).toBe(hash);
    for (const given of [new Uint8Array(bytes), Buffer.from(bytes)]) {
      expect(canonicalJson({ id: 1, bytes: given })).toBe(`{"bytes":{"sha256":"${hash}"},"id":1}`);
    }
    expect(canonicalHash({ bytes: new Uint8Array([1]) })).not.toBe(canonicalHash({ bytes: new Uint8Array([2]) }));
  });
});
