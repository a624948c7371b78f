import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { asActor, type Tx } from "@/db/client";
import { receipts } from "@/db/schema/core";
import type { Person } from "@/lib/access/actor";
import { type Action, may } from "@/lib/access/policy";
import { type AuditEntry, appendAudit } from "@/lib/audit/append";
import { canonicalHash } from "./canonical";
import { now as clockNow } from "./clock";
import { refusalOf } from "./database-errors";
import { AppError, type FieldErrors } from "./errors";

/** So many of so many are done. */
export type Report = (done: number, of: number) => void;

type Context<I, B> = Readonly<{
  tx: Tx;
  actor: Person;
  now: Date;
  input: I;
  /** What `before` gave. */
  prepared: B;
  audit: (entry: AuditEntry) => void;
  /** Says how far a long change has come, to whoever waits for it. */
  report: Report;
  /** Writes the audit row at once: for a change that ends the very session it is made under. */
  auditNow: (entry: AuditEntry) => Promise<void>;
}>;

type Rule<S extends z.ZodType> = {
  /** The action of the policy; also the name in the audit trail. */
  can: Action;
  input: S;
  /** True when the input's `id` makes sending it again harmless: the first answer is given, and another body is a conflict. */
  once?: boolean;
};

type Spec<S extends z.ZodType, R, B> = Rule<S> & {
  /** Slow work that must hold no transaction open, such as checking a password. */
  before?: (context: Readonly<{ actor: Person; now: Date; input: z.output<S> }>) => Promise<B>;
  run: (context: Context<z.output<S>, B>) => Promise<R>;
};

export type Command<S extends z.ZodType, R> = Rule<S> & {
  execute: (actor: Person, raw: z.input<S> | unknown, options?: { now?: Date; report?: Report }) => Promise<R>;
};

/** Parses by a schema, or refuses with a message for each field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fieldErrors: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join(".");
    fieldErrors[field] ??= issue.code === "unrecognized_keys" ? "This form has a field we do not know." : issue.message;
  }
  throw new AppError("invalid", { fieldErrors });
}

async function withReceipt<R>(
  tx: Tx,
  actor: Person,
  command: string,
  input: unknown,
  at: Date,
  run: () => Promise<R>,
): Promise<R> {
  const id = z.object({ id: z.uuid() }).parse(input).id;
  const inputHash = canonicalHash(input);
  const [first] = await tx
    .insert(receipts)
    .values({ clinicId: actor.clinicId, id, membershipId: actor.memberId, command, inputHash, at })
    .onConflictDoNothing()
    .returning({ id: receipts.id });
  const mine = and(
    eq(receipts.clinicId, actor.clinicId),
    eq(receipts.membershipId, actor.memberId),
    eq(receipts.id, id),
  );
  if (!first) {
    const [earlier] = await tx
      .select({ command: receipts.command, inputHash: receipts.inputHash, result: receipts.result })
      .from(receipts)
      .where(mine);
    if (!earlier || earlier.command !== command || earlier.inputHash !== inputHash) {
      throw new AppError("conflict", {
        message: "This was already sent, with other answers. Reload to see what we hold.",
      });
    }
    return earlier.result as R;
  }
  const result = await run();
  await tx.update(receipts).set({ result }).where(mine);
  return result;
}

/**
 * One change: parsed, allowed, and written in one transaction with its audit row, or not at all. `execute` throws AppError
 * (invalid, forbidden, not-found, conflict, unavailable). A command that forgets to say what it did is a fault.
 */
export function command<S extends z.ZodType, R, B = undefined>(spec: Spec<S, R, B>): Command<S, R> {
  const { can, input: schema, once } = spec;
  return {
    can,
    input: schema,
    once,
    async execute(actor, raw, options = {}) {
      const input = parseInput(schema, raw);
      if (!may(actor.role, can)) throw new AppError("forbidden");
      const now = options.now ?? clockNow();
      try {
        // Without `before`, B is undefined.
        const prepared = (await spec.before?.({ actor, now, input })) as B;
        return await asActor(actor.identity, async (tx) => {
          const write = async () => {
            const entries: AuditEntry[] = [];
            let written = 0;
            const result = await spec.run({
              tx,
              actor,
              now,
              input,
              prepared,
              report: options.report ?? (() => {}),
              audit: (entry) => entries.push(entry),
              async auditNow(entry) {
                await appendAudit(tx, now, can, entry);
                written += 1;
              },
            });
            if (entries.length + written === 0) throw new Error(`${can} wrote no audit entry`);
            await appendAudit(tx, now, can, ...entries);
            return result;
          };
          return once ? withReceipt(tx, actor, can, input, now, write) : write();
        });
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}
