import { openAdmin } from "../migrate";
import { adminAddress, runProgram, tell } from "./program";

type Head = { clinic_id: string; name: string; seq: string; hash: string };

/** `--anchor CLINIC:SEQ:HASH`: a head noted down elsewhere, which must still be in the chain. */
function anchors(): { clinic: string; seq: string; hash: string }[] {
  return process.argv.flatMap((argument, index) => {
    if (argument !== "--anchor") return [];
    const [clinic, seq, hash] = (process.argv[index + 1] ?? "").split(":");
    if (!clinic || !seq || !hash) throw new Error("an anchor is CLINIC:SEQ:HASH, as this command prints it");
    return [{ clinic, seq, hash }];
  });
}

void runProgram(async () => {
  const admin = openAdmin(adminAddress());
  let wrong = 0;
  try {
    const heads = await admin<Head[]>`select h.clinic_id, c.name, h.seq::text, h.hash from audit_heads h
      join clinics c on c.id = h.clinic_id order by c.name, c.id`;
    for (const head of heads) {
      const problems = await admin<{ seq: string; problem: string }[]>`
        select seq::text, problem from app.audit_verify(${head.clinic_id})`;
      for (const { seq, problem } of problems) tell(`${head.name}: event ${seq}: ${problem}`);
      wrong += problems.length;
      if (problems.length === 0)
        tell(`${head.name}: ${head.seq} events, whole. Anchor: ${head.clinic_id}:${head.seq}:${head.hash}`);
    }
    for (const anchor of anchors()) {
      const [kept] = await admin`select 1 from audit_events
        where clinic_id = ${anchor.clinic} and seq = ${anchor.seq} and hash = ${anchor.hash}`;
      if (kept) continue;
      tell(`${anchor.clinic}: event ${anchor.seq} is no longer the one that was anchored`);
      wrong += 1;
    }
    if (heads.length === 0) tell("No clinic has an audit trail yet.");
  } finally {
    await admin.end({ timeout: 5 });
  }
  if (wrong > 0) throw new Error(`the audit trail was changed in ${wrong} ${wrong === 1 ? "place" : "places"}`);
});
