import { defineConfig } from "drizzle-kit";

/** Used only to generate migrations from db/schema; the portal applies them itself at start. */
export default defineConfig({ dialect: "postgresql", schema: "./db/schema/*.ts", out: "./db/migrations" });
