import { type ExtractTablesWithRelations, sql } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";

type Empty = Record<string, never>;
type Pool = PostgresJsDatabase<Empty> & { $client: postgres.Sql };

/** A transaction that runs under somebody's identity: the only way to speak to the database. */
export type Tx = PgTransaction<PostgresJsQueryResultHKT, Empty, ExtractTablesWithRelations<Empty>>;

const kept = globalThis as typeof globalThis & { plumblinePool?: Pool };

function pool(): Pool {
  if (!kept.plumblinePool) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set");
    kept.plumblinePool = drizzle(
      postgres(url, {
        max: Number(process.env.DATABASE_POOL ?? 10),
        connect_timeout: 3,
        idle_timeout: 60,
        onnotice: () => undefined,
        connection: { application_name: "plumbline", statement_timeout: 10_000, lock_timeout: 5_000 },
      }),
    );
  }
  return kept.plumblinePool;
}

/**
 * Runs `work` in one transaction under an identity: the hash of a session token, or of the door's key. The database turns it
 * into clinic, member and role, and shows no row that is not theirs. Throws whatever `work` throws, with nothing written.
 */
export async function asActor<T>(identity: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return pool().transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.identity', ${identity}, true)`);
    return work(tx);
  });
}

/** Closes the pool; for scripts and tests that end. */
export async function closePool(): Promise<void> {
  const open = kept.plumblinePool;
  kept.plumblinePool = undefined;
  await open?.$client.end({ timeout: 5 });
}
