import { z } from "zod";

const schema = z.object({
  APP_SECRET: z.string().min(32),
  DOOR_SECRET: z.string().min(32),
  ENCRYPTION_KEY: z.string().min(40),
  NEXTAUTH_SECRET: z.string().min(32),
  PUBLIC_URL: z.url().default("http://127.0.0.1:3000"),
  /** Moves the portal's clock; for demonstrations and tests. */
  CLOCK_OFFSET_SECONDS: z.coerce.number().int().default(0),
});
export type Env = z.infer<typeof schema>;

let kept: Env | undefined;

/** The settings the portal runs with. Throws once, naming what is missing, when the start did not set them. */
export function env(): Env {
  kept ??= schema.parse(process.env);
  return kept;
}
