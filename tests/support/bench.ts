import type postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { closePool } from "@/db/client";
import { adminUrl, cloneDatabase, connect } from "./database";

/** A test file's own database: call at the top level; `admin` is the superuser's connection, for making and checking. */
export function testDatabase(): { admin: () => postgres.Sql; name: () => string } {
  let database: Awaited<ReturnType<typeof cloneDatabase>> | undefined;
  let admin: postgres.Sql | undefined;
  beforeAll(async () => {
    database = await cloneDatabase();
    admin = connect(adminUrl(database.name));
  });
  afterAll(async () => {
    await closePool();
    await admin?.end();
    await database?.drop();
  });
  const ready = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("the database is made in beforeAll");
    return value;
  };
  return { admin: () => ready(admin), name: () => ready(database).name };
}
