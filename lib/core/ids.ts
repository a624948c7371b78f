import { v7 } from "uuid";

/** A new id: UUIDv7, made by whoever creates the thing. It is also the key that makes sending twice harmless. */
export function newId(): string {
  return v7();
}
