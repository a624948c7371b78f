import net from "node:net";
import { Trouble } from "./trouble.mjs";

/** Null when the port is free, else the error's code. */
function tryPort(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve(error.code ?? "unknown"));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

async function nextFreePort(host, port) {
  for (let next = port + 1; next <= Math.min(port + 50, 65535); next += 1) {
    if ((await tryPort(host, next)) === null) return next;
  }
  return 0;
}

/** Throws Trouble when the portal could not listen there. */
export async function checkPort({ host, port, command }) {
  const code = await tryPort(host, port);
  if (code === null) return;
  if (code === "EADDRINUSE") {
    const free = await nextFreePort(host, port);
    throw new Trouble(`port ${port} is taken`, { wayOut: `PORT=${free || "…"} ${command}` });
  }
  if (code === "EACCES") {
    throw new Trouble(`port ${port} needs more rights than you have`, { wayOut: `PORT=3000 ${command}` });
  }
  throw new Trouble(`HOST=${host} is not an address of this machine (${code})`, {
    wayOut: `HOST=127.0.0.1 ${command}`,
  });
}
