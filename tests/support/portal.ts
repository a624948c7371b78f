import { randomBytes } from "node:crypto";
import { adminUrl, appUrl, connect, makeDataFolder, setTestEnvironment } from "./database";
import { freePort, prepareDatabase, startServer } from "./e2e/processes";
import { keepShipped } from "./shipped";

/** How far ahead the second portal's clock is: where a journey goes on "five weeks later". */
const LATER_SECONDS = 5 * 7 * 24 * 60 * 60;

/**
 * Playwright's global set-up: a database of its own with the demonstration clinic, and two portals on it, of which the
 * second lives five weeks later. What the tests need to know is left in the environment their workers inherit.
 */
export default async function setup(): Promise<() => Promise<void>> {
  setTestEnvironment();
  const data = makeDataFolder();
  const name = `plumbline_e2e_${randomBytes(4).toString("hex")}`;
  const server = connect(adminUrl("postgres"));
  await server.unsafe(`create database ${name}`);
  const drop = async () => {
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.end();
  };
  const databases = { DATABASE_URL: appUrl(name), DATABASE_ADMIN_URL: adminUrl(name) };
  Object.assign(process.env, databases);
  const running: Awaited<ReturnType<typeof startServer>>[] = [];
  const stopAll = async () => {
    await Promise.all(running.map((portal) => portal.stop()));
    await drop();
    data.drop();
    // A fault that no page showed is a fault all the same.
    const faults = running.flatMap((portal) =>
      portal
        .said()
        .split("\n")
        .filter((line) => line.includes('"level":50')),
    );
    if (faults.length > 0) throw new Error(`the portal logged faults:\n${faults.join("\n")}`);
  };
  try {
    const signIns = await prepareDatabase();
    const admin = connect(databases.DATABASE_ADMIN_URL);
    const [demo] = await admin<{ id: string }[]>`select id from clinics where is_demo`;
    if (!demo) throw new Error("there is no demonstration clinic");
    await keepShipped(admin, demo.id, admin);
    await admin.end();
    process.env.PLUMBLINE_E2E_SIGN_INS = JSON.stringify(signIns);
    for (const [variable, offset] of [
      ["PLUMBLINE_E2E_URL", 0],
      ["PLUMBLINE_E2E_LATER_URL", LATER_SECONDS],
    ] as const) {
      const portal = await startServer({ port: await freePort(), offset });
      running.push(portal);
      process.env[variable] = portal.url;
    }
    // The tests make clinics in their own process; links in the mails they cause lead to the first portal.
    process.env.PUBLIC_URL = process.env.PLUMBLINE_E2E_URL;
  } catch (error) {
    await stopAll();
    throw error;
  }
  return stopAll;
}
