import { once } from "node:events";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDrain } from "../../../scripts/lib/drain.mjs";

let server: http.Server;
let drain: () => Promise<void>;
let agent: http.Agent;
let port: number;
const held: http.ServerResponse[] = [];

beforeEach(async () => {
  server = http.createServer((request, response) => {
    if (request.url === "/held") held.push(response);
    else response.end("at once");
    server.emit("seen");
  });
  drain = createDrain(server, (closed) => net.Server.prototype.close.call(server, closed));
  agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
  held.length = 0;
});

function get(path: string): Promise<{ body: string; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: "127.0.0.1", port, path, agent }, async (response) => {
        response.setEncoding("utf8");
        let body = "";
        for await (const chunk of response) body += chunk;
        resolve({ body, connection: response.headers.connection });
      })
      .on("error", reject);
  });
}

describe("draining", () => {
  it("finishes the request that is under way, tells its connection to close, and then ends", async () => {
    const seen = once(server, "seen");
    const answer = get("/held");
    await seen;
    const drained = drain();
    held[0]?.end("in the end");
    expect(await answer).toEqual({ body: "in the end", connection: "close" });
    await drained;
    expect(server.listening).toBe(false);
  });

  it("answers a request that arrives on an open connection after the stop", async () => {
    const freed = once(agent, "free");
    expect((await get("/")).connection).toBe("keep-alive");
    await freed;
    const drained = drain();
    expect(await get("/")).toEqual({ body: "at once", connection: "close" });
    await drained;
  });

  it("ends quiet connections by itself", async () => {
    await get("/");
    await drain();
    expect(server.listening).toBe(false);
  });
});
