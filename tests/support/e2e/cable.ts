import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/**
 * A cable between a browser and the portal that can be pulled out. What a browser is told of its network reaches its pages, and its
 * service worker only sometimes; without a cable there is no network for either.
 */
export async function layCable() {
  let isIn = true;
  const open = new Set<Socket>();
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    if (!isIn) return asked.socket.destroy();
    const { url = "", method, headers } = asked;
    const onward = request(url, { method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
      given.pipe(answer);
    });
    onward.on("error", () => asked.socket.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  };
  const server = createServer(pass);
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    /** The address a browser goes through. */
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull() {
      isIn = false;
      drop();
    },
    plug() {
      isIn = true;
    },
    async roll() {
      drop();
      await new Promise((done) => server.close(done));
    },
  };
}
