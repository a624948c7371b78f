// The web server of `npm start`. `next start` would do, but it cannot end cleanly while browsers keep their connections
// open: it waits for them without telling them to close. Here a stop drops nothing that was sent before it.
import http from "node:http";
import net from "node:net";
import next from "next";
import { createDrain } from "./lib/drain.mjs";

const { PORT, HOST } = process.env;
const hostname = HOST || "127.0.0.1";
const port = Number(PORT || 3000);

const server = http.createServer();
const app = next({ dev: false, dir: process.cwd(), hostname, port, httpServer: server });
const drain = createDrain(server, (closed) => net.Server.prototype.close.call(server, closed));

async function stop() {
  // The runner, which instrumentation.ts starts, finishes what it has in hand.
  await Promise.all([drain(), globalThis.plumblineRunner?.stop()]);
  await app.close();
  process.exit(0);
}

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    stop().catch((error) => {
      console.error(error);
      process.exit(1);
    });
  });
}

await app.prepare();
const handle = app.getRequestHandler();
server.on("request", (request, response) => {
  handle(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
});
server.listen(port, hostname);
