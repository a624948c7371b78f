import type { z } from "zod";
import { asActor, type Tx } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { type Action, may } from "@/lib/access/policy";
import { appendAudit } from "@/lib/audit/append";
import { now as clockNow } from "./clock";
import { parseInput } from "./command";
import { refusalOf } from "./database-errors";
import { AppError } from "./errors";

type Context<I> = Readonly<{
  tx: Tx;
  actor: Person;
  now: Date;
  input: I;
  /** Says whose record is being read; staff leave one access-log row for it. */
  opened: (patientId: string) => void;
  /** Says how many patients a list names; staff leave one access-log row for the whole list. */
  listed: (count: number) => void;
}>;

/**
 * One read: allowed, then run in one transaction under the actor's identity. Throws AppError; an id that is not an id is
 * not-found, the same as one that never was.
 */
export function query<S extends z.ZodType, R>(spec: {
  can: Action;
  input: S;
  run: (context: Context<z.output<S>>) => Promise<R>;
}): (actor: Person, raw: z.input<S>, options?: { now?: Date }) => Promise<R> {
  return async (actor, raw, options = {}) => {
    if (!may(actor.role, spec.can)) throw new AppError("forbidden");
    const now = options.now ?? clockNow();
    let input: z.output<S>;
    try {
      input = parseInput(spec.input, raw);
    } catch {
      throw new AppError("not-found");
    }
    try {
      return await asActor(actor.identity, async (tx) => {
        const patients = new Set<string>();
        let count: number | null = null;
        const result = await spec.run({
          tx,
          actor,
          now,
          input,
          opened: (id) => patients.add(id),
          listed: (patientCount) => {
            count = patientCount;
          },
        });
        if (actor.role !== "patient") {
          for (const id of patients) {
            await appendAudit(tx, now, spec.can, { subjectType: "patient", subjectId: id, patientId: id });
          }
          if (count !== null) {
            await appendAudit(tx, now, spec.can, { subjectType: "patient-list", subjectId: null, detail: { count } });
          }
        }
        return result;
      });
    } catch (error) {
      throw refusalOf(error);
    }
  };
}
