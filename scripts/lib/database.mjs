import { SUPERUSER } from "./postgres.mjs";
import { readDatabaseUrl } from "./settings.mjs";
import { Trouble } from "./trouble.mjs";

const DATABASE = "plumbline";
const WEB_ROLE = "plumbline_web";
const LEAST_VERSION = 150_000;

const localUrl = (role, password, port, database) => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;

/** Runs `work` with one connection, which is closed whatever happens. */
async function withConnection(url, work) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "plumbline start" },
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The URLs of a database on our own server, which is made when it is not there. */
export async function openOwnDatabase({ port, adminPassword, webPassword, database = DATABASE }) {
  const maintenance = localUrl(SUPERUSER, adminPassword, port, "postgres");
  try {
    await withConnection(maintenance, async (sql) => {
      const [found] = await sql`select 1 from pg_database where datname = ${database}`;
      if (!found) await sql`create database ${sql(database)}`;
    });
  } catch (error) {
    if (error.code !== "28P01") throw error;
    throw new Trouble("the database here does not accept the password in secrets.json", {
      wayOut: "put back the secrets.json that belongs to this DATA_DIR",
      cause: error,
    });
  }
  return {
    admin: localUrl(SUPERUSER, adminPassword, port, database),
    web: localUrl(WEB_ROLE, webPassword, port, database),
  };
}

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
]);

/** What a failed connection means in words. The password is never among them. */
function explainConnection(error, { address, database, role }) {
  const code = error.code ?? error.errors?.[0]?.code ?? "";
  if (UNREACHABLE.has(code)) {
    return new Trouble(`no database answers at ${address} (${code})`, {
      wayOut: "start it, correct DATABASE_ADMIN_URL and DATABASE_URL, or unset both to have one started for you",
      cause: error,
    });
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new Trouble(`the database host of ${address} is not known`, {
      wayOut: "correct DATABASE_ADMIN_URL",
      cause: error,
    });
  }
  if (code === "28P01" || code === "28000") {
    return new Trouble(`the database at ${address} does not let ${role} in`, {
      wayOut: "correct the role or password in DATABASE_ADMIN_URL",
      cause: error,
    });
  }
  if (code === "3D000") {
    return new Trouble(`there is no database ${database} at ${address}`, {
      wayOut: "create it, or correct DATABASE_ADMIN_URL",
      cause: error,
    });
  }
  return new Trouble(`the database at ${address} cannot be used (${code || error.message})`, { cause: error });
}

/** Looks at a server that is not ours: { note }, or Trouble when it is away or too old. */
export async function checkGivenDatabase({ admin }) {
  const parts = readDatabaseUrl("DATABASE_ADMIN_URL", admin);
  let shown;
  try {
    [shown] = await withConnection(
      admin,
      (sql) =>
        sql`select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
    );
  } catch (error) {
    throw explainConnection(error, parts);
  }
  if (shown.number < LEAST_VERSION) {
    throw new Trouble(`the database at ${parts.address} is PostgreSQL ${shown.name}, and Plumbline needs 15 or later`, {
      wayOut: "use a newer server, or unset DATABASE_URL and DATABASE_ADMIN_URL to have one started for you",
    });
  }
  return `PostgreSQL ${shown.name.split(" ")[0]} at ${parts.address}`;
}
