import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize } from "node:v8";
import type { Content } from "@/lib/jobs/content/load-content";

/** Where the global set-up of the integration tests left what it read, for their many processes. */
const { TEST_CONTENT } = process.env;

/** What ships with the portal, read and judged once for all who only need it to be there. */
export const shippedContent: Content = TEST_CONTENT
  ? deserialize(readFileSync(TEST_CONTENT))
  : (await import("@/lib/jobs/content/load-content")).loadContent(join(import.meta.dirname, "../.."));
