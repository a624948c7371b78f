import { sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { refusalOf } from "@/lib/core/database-errors";
import { doorIdentity, hashToken } from "./tokens";

/** What a link in a mail still opens. `unknown` is said of every link that never was. */
export type LinkState = "open" | "used" | "expired" | "unknown";

/** The state of a password link, in a transaction at the door. */
export async function resetState(tx: Tx, tokenHash: string): Promise<LinkState> {
  const [row] = await tx.execute<{ state: LinkState }>(sql`select state from app.find_reset(${tokenHash})`);
  return row?.state ?? "unknown";
}

/** The state of a password link, for the page it leads to. Looking changes nothing. */
export async function readResetLink(token: string): Promise<LinkState> {
  try {
    return await asActor(doorIdentity(), (tx) => resetState(tx, hashToken(token)));
  } catch (error) {
    throw refusalOf(error);
  }
}
