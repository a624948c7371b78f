import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { actingPerson } from "@/lib/access/session";
import type { Command, Report } from "./command";
import { refusalOf } from "./database-errors";
import type { DoorCommand } from "./door";
import { AppError, failure, type Result } from "./errors";
import { newId } from "./ids";
import { logEvent } from "./log";

function answer(error: unknown, name: string): Result<never> {
  const refusal = refusalOf(error);
  if (refusal instanceof AppError) return failure(refusal);
  const reference = newId();
  logEvent("action failed", { action: name, reference }, error);
  return failure(
    new AppError("unavailable", {
      message: `Something went wrong on our side, and nothing was saved. Reference: ${reference}`,
    }),
  );
}

async function written<S extends z.ZodType, R, V>(
  command: Command<S, R>,
  raw: z.input<S>,
  after: (value: R) => Promise<V> | V,
  report?: Report,
): Promise<Result<V>> {
  try {
    return { ok: true, value: await after(await command.execute(await actingPerson(), raw, report ? { report } : {})) };
  } catch (error) {
    return answer(error, command.can);
  }
}

/**
 * Makes the server action of a command. The browser may send anything: the command parses it, the policy and the database
 * decide. `after` runs once the change is written and gives what the browser may know of it. What is on show is drawn anew.
 */
export function action<S extends z.ZodType, R, V = R>(
  command: Command<S, R>,
  after: (value: R) => Promise<V> | V = (value) => value as unknown as V,
): (raw: z.input<S>) => Promise<Result<V>> {
  return async (raw) => {
    const result = await written(command, raw, after);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  };
}

/** The same for what is saved while somebody types: the page they are on is not drawn anew for it. */
export function autosave<S extends z.ZodType, R>(command: Command<S, R>): (raw: z.input<S>) => Promise<Result<R>> {
  return (raw) => written(command, raw, (value) => value);
}

/** The same for a change somebody waits for: `report` hears how far it has come. For a route, which can answer bit by bit. */
export function reported<S extends z.ZodType, R>(
  command: Command<S, R>,
): (raw: z.input<S>, report: Report) => Promise<Result<R>> {
  return async (raw, report) => {
    const result = await written(command, raw, (value) => value, report);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  };
}

/** Makes the server action of something that can be done before signing in. */
export function doorAction<S extends z.ZodType, R>(
  name: string,
  command: DoorCommand<S, R>,
): (raw: z.input<S>) => Promise<Result<R>> {
  return async (raw) => {
    try {
      return { ok: true, value: await command.execute(raw) };
    } catch (error) {
      return answer(error, name);
    }
  };
}
