import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { hashPassword } from "@/lib/access/passwords";
import { emailField } from "@/lib/access/schemas";
import { doorIdentity, hashToken, newToken, systemIdentity } from "@/lib/access/tokens";
import { isTimeZone } from "@/lib/core/calendar";
import { now } from "@/lib/core/clock";
import { env } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { textField } from "@/lib/identity/text";
import { loadContent } from "@/lib/jobs/content/load-content";
import { syncContent } from "@/lib/jobs/content/sync-content";
import { closePool } from "../client";
import { addFirstAdministrator, foundClinic } from "../found-clinic";
import { applyMigrations, ensureAppRole, openAdmin, registerKeys } from "../migrate";
import { adminAddress, runProgram, tell } from "./program";

const wantedSchema = z.object({
  name: textField(120, "is empty"),
  zone: z.string().refine(isTimeZone, "is not a time zone, such as Europe/London"),
  "admin-name": textField(120, "is empty"),
  "admin-email": emailField,
});

/** What the script was told. Throws one line that names what is wrong. */
function readWanted(): z.output<typeof wantedSchema> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { name: text, zone: text, "admin-name": text, "admin-email": text } });
  const parsed = wantedSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const [problem] = parsed.error.issues;
  throw new Error(`--${problem?.path.join(".")}: ${problem?.message}`);
}

void runProgram(async () => {
  const wanted = readWanted();
  const content = loadContent(join(import.meta.dirname, "../.."));
  const admin = openAdmin(adminAddress());
  try {
    await applyMigrations(admin);
    await ensureAppRole(admin, process.env.DATABASE_URL ?? "");
    await registerKeys(admin, { doorHash: doorIdentity(), systemHash: systemIdentity, newId });
    const id = newId();
    const { name, zone: timeZone, "admin-name": adminName, "admin-email": email } = wanted;
    await foundClinic(admin, { id, name, timeZone, isDemo: false, systemId: newId(), systemHash: systemIdentity(id) });
    const token = newToken();
    const isNew = await addFirstAdministrator(admin, id, {
      accountId: newId(),
      memberId: newId(),
      name: adminName,
      email,
      passwordHash: await hashPassword(newToken()),
      resetId: newId(),
      resetTokenHash: hashToken(token),
    });
    await syncContent(id, content, now());
    tell(`${name} is founded.`);
    if (isNew) tell(`${adminName} chooses a password here, within seven days: ${env().PUBLIC_URL}/reset/${token}`);
    else tell(`${adminName} already has an account with ${email}, and signs in with its password.`);
  } finally {
    await admin.end({ timeout: 5 });
    await closePool();
  }
});
