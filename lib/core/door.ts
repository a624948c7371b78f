import type { z } from "zod";
import { asActor, type Tx } from "@/db/client";
import { doorIdentity } from "@/lib/access/tokens";
import { now as clockNow } from "./clock";
import { parseInput } from "./command";
import { refusalOf } from "./database-errors";

type Context<I> = Readonly<{ atDoor: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>; now: Date; input: I }>;

export type DoorCommand<S extends z.ZodType, R> = {
  execute: (raw: z.input<S> | unknown, options?: { now?: Date }) => Promise<R>;
};

/**
 * What a person may do before they are signed in. It reaches the database only through the functions that ask for the door's
 * key, a transaction at a time, so that nothing slow (hashing a password) holds one open.
 */
export function doorCommand<S extends z.ZodType, R>(spec: {
  input: S;
  run: (context: Context<z.output<S>>) => Promise<R>;
}): DoorCommand<S, R> {
  return {
    async execute(raw, options = {}) {
      const input = parseInput(spec.input, raw);
      try {
        return await spec.run({
          atDoor: (work) => asActor(doorIdentity(), work),
          now: options.now ?? clockNow(),
          input,
        });
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}
