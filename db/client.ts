import { type ExtractTablesWithRelations, sql } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { LeasePool } from "./pool";

type Empty = Record<string, never>;

/** A transaction that runs under somebody's identity: the only way to speak to the database. */
export type Tx = PgTransaction<PostgresJsQueryResultHKT, Empty, ExtractTablesWithRelations<Empty>>;

function connect() {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  return drizzle(
    prepared(
      postgres(url, {
        max: 1,
        connect_timeout: 3,
        onnotice: () => undefined,
        connection: { application_name: "plumbline", statement_timeout: 10_000, lock_timeout: 5_000 },
      }),
    ),
  );
}

/**
 * Drizzle sends every statement unnamed, so that each costs a second round trip and a new plan. Named, it is planned once a
 * connection; and PostgreSQL takes no second statement after a semicolon.
 */
function prepared(client: postgres.Sql): postgres.Sql {
  const begin = client.begin.bind(client);
  const named = (sql: postgres.TransactionSql) => {
    const unsafe = sql.unsafe.bind(sql);
    return Object.assign(sql, {
      unsafe: ((text, values, options) => unsafe(text, values, { prepare: true, ...options })) as typeof sql.unsafe,
    });
  };
  return Object.assign(client, {
    begin: (<T>(work: (sql: postgres.TransactionSql) => T | Promise<T>) =>
      begin((sql) => work(named(sql)))) as typeof client.begin,
  });
}

type Connection = ReturnType<typeof connect>;

const discard = (connection: Connection) => void connection.$client.end({ timeout: 0 }).catch(() => undefined);

const kept = globalThis as typeof globalThis & { plumblinePool?: LeasePool<Connection> };

function pool(): LeasePool<Connection> {
  kept.plumblinePool ??= new LeasePool({ make: connect, discard }, Number(process.env.DATABASE_POOL ?? 10), 3_000);
  return kept.plumblinePool;
}

/** True unless PostgreSQL itself refused a statement and left the connection sound (an SQLSTATE outside classes 08, 53, 57). */
function isBroken(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof postgres.PostgresError) return /^(08|53|57P)/.test(at.code);
    if ("code" in at && typeof at.code === "string" && /^(CONNECT|E[A-Z]+$)/.test(at.code)) return true;
  }
  return false;
}

/**
 * Runs `work` in one transaction under an identity: the hash of a session token, or of the door's key. The database turns it
 * into clinic, member and role, and shows no row that is not theirs. Throws whatever `work` throws, with nothing written.
 */
export async function asActor<T>(identity: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return pool().use(
    (connection) =>
      connection.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.identity', ${identity}, true)`);
        return work(tx);
      }),
    isBroken,
  );
}

/** Closes what is idle; for scripts and tests that end. */
export async function closePool(): Promise<void> {
  const open = kept.plumblinePool?.drain() ?? [];
  kept.plumblinePool = undefined;
  await Promise.all(open.map((connection) => connection.$client.end({ timeout: 5 })));
}
