import { EventEmitter, once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** A mail as the sink accepted it. */
export type Accepted = { messageId: string; to: string; text: string };

export type SmtpSink = {
  url: string;
  accepted: Accepted[];
  /** What to answer to a recipient, and to a whole message; 250 unless it says otherwise. */
  answer: { recipient: string; message: string };
  /** Ends in the very turn in which the mail that makes it so many is accepted: nothing else was done in between. */
  reached: (count: number) => Promise<void>;
  close: () => Promise<void>;
};

const fresh = { recipient: "250 OK", message: "250 OK" };

/**
 * A mail server for tests (as much of RFC 5321 as a client asks for). A message counts as accepted before the answer to it has come to the
 * client, so many milliseconds later: whether the client lives to read that answer is what the tests are about.
 */
export async function smtpSink({ latencyMs = 0 } = {}): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const counted = new EventEmitter();
  const sink = {
    accepted: [] as Accepted[],
    answer: { ...fresh },
    async reached(count: number) {
      while (sink.accepted.length < count) await once(counted, "accepted");
    },
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // A client that was killed is no fault of the server's.
    socket.on("error", () => undefined);
    serve(socket, sink, latencyMs, () => counted.emit("accepted"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the sink has no port");
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${address.port}?ignoreTLS=true`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function serve(socket: Socket, sink: Pick<SmtpSink, "accepted" | "answer">, latencyMs: number, tell: () => void): void {
  let [buffer, to, isData] = ["", "", false];
  const say = (line: string) => socket.writable && socket.write(`${line}\r\n`);
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "RCPT") to = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (verb === "DATA") isData = true;
    if (verb === "DATA") say("354 go on");
    else if (verb === "RCPT") say(sink.answer.recipient);
    else if (verb === "QUIT") socket.end("221 bye\r\n");
    else say("250 OK");
  };
  say("220 sink");
  socket.on("data", (chunk) => {
    buffer += chunk.toString("utf8");
    for (;;) {
      const end = buffer.indexOf(isData ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + (isData ? 5 : 2));
      if (!isData) {
        command(part);
        continue;
      }
      isData = false;
      if (sink.answer.message.startsWith("250")) {
        sink.accepted.push({ messageId: /^Message-ID: <([^>@]+)/im.exec(part)?.[1] ?? "", to, text: part });
        tell();
      }
      const { message } = sink.answer;
      void delay(latencyMs).then(() => say(message));
    }
  });
}
