import type { Server } from "node:http";

export function createDrain(server: Server, stopListening: (closed: () => void) => void): () => Promise<void>;
