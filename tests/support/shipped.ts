import type postgres from "postgres";
import { asActor } from "@/db/client";
import { systemIdentity } from "@/lib/access/tokens";
import { appendAudit } from "@/lib/audit/append";

/** What ships, by the tables it lies in: the thing, its words, and how these name it. */
const TABLES = [
  { things: "library_items", words: "library_versions", named: "item_id" },
  { things: "instruments", words: "instrument_versions", named: "instrument_id" },
  { things: "protocols", words: "protocol_versions", named: "protocol_id" },
] as const;

/**
 * Keeps what `syncContent` wrote for a new clinic, beside the portal's tables, so that the next clinics get the same rows without
 * the content being read, judged and taken apart for the search again. `into` may be another database with the same tables.
 */
export async function keepShipped(from: postgres.Sql, clinicId: string, into: postgres.Sql): Promise<void> {
  const statements: string[] = [];
  await into`create schema shipped`;
  for (const { things, words, named } of TABLES) {
    const those = `select id from public.${things} where clinic_id = $1 and origin = 'shipped'`;
    for (const [table, column] of [
      [things, "id"],
      [words, named],
    ] as const) {
      const [kept] = await from.unsafe<{ rows: string }[]>(
        `select jsonb_agg(to_jsonb(t))::text as rows from public.${table} t where clinic_id = $1 and ${column} in (${those})`,
        [clinicId],
      );
      await into.unsafe(
        `create table shipped.${table} as select * from jsonb_populate_recordset(null::public.${table}, $1::text::jsonb)`,
        [kept?.rows ?? "[]"],
      );
    }
    const others = async (table: string, ...own: string[]) => {
      const rows = await into<{ name: string }[]>`
        select quote_ident(column_name) as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and column_name <> all(${["clinic_id", "id", "created_at", ...own]})`;
      return rows.map(({ name }) => name).join(", ");
    };
    const [ofThing, ofWords] = [await others(things), await others(words, named)];
    // The ids rise as those they stand for did, whatever order a test reads them in.
    statements.push(`with given as materialized (
        select id, uuidv7() as new_id from (select id from shipped.${things} order by id) as in_order),
      thing as (insert into public.${things} (clinic_id, id, created_at, ${ofThing})
        select clinic, new_id, at, ${ofThing} from shipped.${things} join given using (id) order by new_id)
      insert into public.${words} (clinic_id, id, created_at, ${named}, ${ofWords})
        select clinic, uuidv7(), at, new_id, ${ofWords} from shipped.${words} w join given on given.id = w.${named} order by w.id;`);
  }
  // As a replica: what triggers would work out has been copied.
  await into.unsafe(`create function shipped.give(clinic uuid, at timestamptz) returns bigint language plpgsql as $$ begin
      perform set_config('session_replication_role', 'replica', true);
      ${statements.join("\n")}
      return ${TABLES.map(({ words }) => `(select count(*) from shipped.${words})`).join(" + ")};
    end $$`);
}

/** Gives a new clinic what ships, and its trail the same entry as `syncContent` does. */
export async function giveShipped(admin: postgres.Sql, clinicId: string, now: Date): Promise<void> {
  const [given] = await admin<{ versions: number }[]>`select shipped.give(${clinicId}, ${now})::int as versions`;
  const entry = { subjectType: "clinic", subjectId: clinicId, detail: { versions: given?.versions ?? 0 } };
  await asActor(systemIdentity(clinicId), (tx) => appendAudit(tx, now, "library.sync-content", entry));
}
