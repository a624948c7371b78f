import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { Trouble } from "./trouble.mjs";

function idsOf(user) {
  try {
    const ask = (flag) =>
      Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

function makeUser() {
  try {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
      {
        stdio: "ignore",
      },
    );
  } catch {
    return null;
  }
  return idsOf("postgres");
}

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so root hands it to the owner of the cluster, to `postgres`, which
 * is made when it is missing, or to `nobody`. Null means: as whoever runs this.
 */
export function chooseUser(clusterDir) {
  if (process.getuid?.() !== 0) return null;
  if (fs.existsSync(clusterDir)) {
    const { uid, gid } = fs.statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
  }
  const user = idsOf("postgres") ?? makeUser() ?? idsOf("nobody");
  if (user) return user;
  throw new Trouble("PostgreSQL does not run as root, and there is no other user here to run it", {
    wayOut: "start as an ordinary user, or make a user named postgres",
  });
}
