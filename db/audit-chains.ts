import type postgres from "postgres";

/** The end of a clinic's chain as it once was, noted down where the database's owner cannot write. */
export type Anchor = { clinic: string; seq: string; hash: string };

/** Reads `CLINIC:SEQ:HASH`, as the audit command prints it. Throws an Error in plain words when it is something else. */
export function parseAnchor(text: string): Anchor {
  const [, clinic, seq, hash] = /^([0-9a-f-]{36}):(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!clinic || !seq || !hash) throw new Error("an anchor is CLINIC:SEQ:HASH, as this command prints it");
  return { clinic, seq, hash };
}

/** Walks every clinic's chain and looks each anchor up in it. `wrong` counts the places that do not fit; 0 means all is whole. */
export async function verifyChains(
  admin: postgres.Sql,
  anchors: readonly Anchor[],
): Promise<{ lines: string[]; wrong: number }> {
  const lines: string[] = [];
  let wrong = 0;
  const heads = await admin<{ clinic: string; name: string; seq: string; hash: string }[]>`
    select h.clinic_id as clinic, c.name, h.seq::text, h.hash from audit_heads h
    join clinics c on c.id = h.clinic_id order by c.name, c.id`;
  for (const head of heads) {
    const problems = await admin<{ seq: string; problem: string }[]>`
      select seq::text, problem from app.audit_verify(${head.clinic})`;
    for (const { seq, problem } of problems) lines.push(`${head.name}: event ${seq}: ${problem}`);
    wrong += problems.length;
    if (problems.length === 0) {
      lines.push(`${head.name}: ${head.seq} events, whole. Anchor: ${head.clinic}:${head.seq}:${head.hash}`);
    }
  }
  for (const { clinic, seq, hash } of anchors) {
    const [kept] =
      await admin`select 1 from audit_events where clinic_id = ${clinic} and seq = ${seq} and hash = ${hash}`;
    if (kept) continue;
    lines.push(`${clinic}: event ${seq} is no longer the one that was anchored`);
    wrong += 1;
  }
  if (heads.length === 0) lines.push("No clinic has an audit trail yet.");
  return { lines, wrong };
}
