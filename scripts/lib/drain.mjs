const IDLE_GRACE = 250;
const LOOK_EVERY = 50;

/**
 * Watches a server's connections and returns a function that ends them without losing a request: no new connections,
 * every answer from then on says `Connection: close`, and a connection without a request is closed only after it has
 * been quiet for a moment, because a request may be on its way.
 * @param {import('node:http').Server} server
 * @param {(closed: () => void) => void} stopListening must not close connections, as http.Server.close would
 */
export function createDrain(server, stopListening) {
  const connections = new Map();
  let isDraining = false;

  server.on("connection", (socket) => {
    connections.set(socket, { requests: 0, quietSince: Date.now() });
    socket.once("close", () => connections.delete(socket));
  });
  // First of the listeners: the one that answers may do so at once, and the header must be set by then.
  server.prependListener("request", (request, response) => {
    const connection = connections.get(request.socket);
    if (!connection) return;
    connection.requests += 1;
    if (isDraining) response.shouldKeepAlive = false;
    connection.response = response;
    response.once("close", () => {
      connection.requests -= 1;
      connection.quietSince = Date.now();
    });
  });

  const closeQuiet = () => {
    const before = Date.now() - IDLE_GRACE;
    for (const [socket, { requests, quietSince }] of connections) {
      if (requests === 0 && quietSince <= before) socket.end();
    }
  };

  return () =>
    new Promise((resolve) => {
      isDraining = true;
      for (const connection of connections.values()) {
        if (connection.requests > 0 && !connection.response.headersSent) connection.response.shouldKeepAlive = false;
        if (connection.requests === 0) connection.quietSince = Date.now();
      }
      const timer = setInterval(closeQuiet, LOOK_EVERY);
      stopListening(() => {
        clearInterval(timer);
        resolve();
      });
    });
}
