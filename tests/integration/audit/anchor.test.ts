import { beforeEach, expect, test } from "vitest";
import { type Anchor, parseAnchor, verifyChains } from "@/db/audit-chains";
import { asActor } from "@/db/client";
import { appendAudit } from "@/lib/audit/append";
import { testDatabase } from "@/tests/support/bench";
import { makeClinic, type TestClinic } from "@/tests/support/clinic";

const database = testDatabase();
let clinic: TestClinic;
let anchor: Anchor;

const write = (times: number) =>
  asActor(clinic.clinician.identity, async (tx) => {
    for (let index = 0; index < times; index += 1) {
      await appendAudit(tx, new Date(), "identity.list-patients", { subjectType: "clinic", subjectId: clinic.id });
    }
  });

beforeEach(async () => {
  clinic = await makeClinic(database.admin());
  await write(3);
  const { lines } = await verifyChains(database.admin(), []);
  const printed = lines.find((line) => line.includes(clinic.id))?.split("Anchor: ")[1];
  anchor = parseAnchor(printed ?? "");
});

test("an anchor still fits after the chain has grown", async () => {
  await write(4);
  expect((await verifyChains(database.admin(), [anchor])).wrong).toBe(0);
});

test("a chain rewritten from its beginning is whole in itself, and the anchor gives it away", async () => {
  const admin = database.admin();
  await admin`update audit_events set action = 'identity.list-members' where clinic_id = ${clinic.id} and seq = 2`;
  // The forger holds the database: every hash is made anew, and the head with them.
  await admin.unsafe(`do $$ declare e audit_events; previous text := ''; begin
    for e in select * from audit_events where clinic_id = '${clinic.id}' order by seq loop
      e.previous_hash := previous; previous := app.audit_hash(e);
      update audit_events set previous_hash = e.previous_hash, hash = previous where clinic_id = e.clinic_id and id = e.id;
    end loop;
    update audit_heads set hash = previous where clinic_id = '${clinic.id}';
  end $$`);
  expect((await verifyChains(admin, [])).wrong).toBe(0);
  const { lines, wrong } = await verifyChains(admin, [anchor]);
  expect(wrong).toBe(1);
  expect(lines).toContain(`${clinic.id}: event ${anchor.seq} is no longer the one that was anchored`);
});

test("something that is no anchor is refused in words", () => {
  for (const text of ["", "x", `${"0".repeat(36)}:1:abc`, "a:b:c"])
    expect(() => parseAnchor(text)).toThrow(/CLINIC:SEQ:HASH/);
});
