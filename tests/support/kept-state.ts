import type postgres from "postgres";

/** An MD5 of the rows of each table that belong to one clinic. */
export type Marks = Record<string, string>;

export type KeptState = {
  /** Puts every row back as it was when the state was kept. */
  restore: () => Promise<void>;
  marksOf: (clinicId: string) => Promise<Marks>;
};

/** Rows of tables without a clinic that are a clinic's all the same: by its members' accounts. */
const BY_ACCOUNT = (column: string) =>
  `${column} in (select m.account_id from public.memberships m where m.clinic_id = $1)`;

/** Remembers a database's rows, so that many tests can begin from the same ones; the superuser's work. */
export async function keepState(admin: postgres.Sql): Promise<KeptState> {
  const tables = await admin<{ name: string; columns: string[]; counted: boolean }[]>`
    select c.relname as name, array_agg(a.attname::text) as columns, bool_or(a.attidentity <> '') as counted
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`;
  await admin`create schema kept`;
  for (const { name } of tables) await admin.unsafe(`create table kept."${name}" as table public."${name}"`);

  // What was written since has a later transaction's number; what was taken away is missing. Most tables were left alone.
  const [now] = await admin<{ xid: string }[]>`select pg_current_xact_id()::text as xid`;
  const isOther = (name: string) => `exists (select from public."${name}" where xmin::text::bigint >= ${now?.xid})
    or (select count(*) from public."${name}") <> (select count(*) from kept."${name}")`;
  const back = tables.map(
    ({ name, counted }) => `if ${isOther(name)} then
        delete from public."${name}";
        insert into public."${name}" ${counted ? "overriding system value" : ""} select * from kept."${name}";
      end if;`,
  );
  const restore = `do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    ${back.join("\n")}
  end $$`;

  const marks = tables.flatMap(({ name, columns }) => {
    const where = columns.includes("clinic_id")
      ? "t.clinic_id = $1"
      : name === "clinics"
        ? "t.id = $1"
        : name === "accounts"
          ? BY_ACCOUNT("t.id")
          : columns.includes("account_id")
            ? BY_ACCOUNT("t.account_id")
            : null;
    const rows = `coalesce(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text), '')`;
    return where === null ? [] : [`'${name}', (select md5(${rows}) from public."${name}" t where ${where})`];
  });
  const marked = `select jsonb_build_object(${marks.join(", ")}) as marks`;

  return {
    async restore() {
      await admin.unsafe(restore);
    },
    async marksOf(clinicId) {
      const [row] = await admin.unsafe<{ marks: Marks }[]>(marked, [clinicId]);
      if (!row) throw new Error("the rows could not be marked");
      return row.marks;
    },
  };
}
