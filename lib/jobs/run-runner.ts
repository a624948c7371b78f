/** The program behind `npm run runner`: the runner in a process of its own, beside any number of others. Ends on SIGTERM or Ctrl-C. */
import { closePool } from "@/db/client";
import { refuseStrongRole } from "@/lib/core/boot";
import { startRunner } from "./runner";
import { postOf } from "./transports/post";

const tell = (line: string) => process.stdout.write(`${line}\n`);

await refuseStrongRole();
const post = postOf();
const runner = startRunner({ post });

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void runner
      .stop()
      .then(closePool)
      .then(() => process.exit(0));
  });
}
tell(`runner started: mail ${post.mail ? "on" : "off"}, push ${post.push ? "on" : "off"}`);
