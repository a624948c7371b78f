import { z } from "zod";

/** A line of a settings file that names a setting and gives it nothing leaves it unset. */
const given = <S extends z.ZodType>(schema: S) =>
  z.preprocess((text) => (text === "" ? undefined : text), schema.optional());

const BUCKET = ["S3_ENDPOINT", "S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

const settings = z.object({
  APP_SECRET: z.string().min(32),
  DOOR_SECRET: z.string().min(32),
  ENCRYPTION_KEY: z.string().min(40),
  NEXTAUTH_SECRET: z.string().min(32),
  PUBLIC_URL: z.url().default("http://127.0.0.1:3000"),
  /** Moves the portal's clock; for demonstrations and tests. */
  CLOCK_OFFSET_SECONDS: z.coerce.number().int().default(0),
  /** Where the clinics' photos are kept, unless in a bucket. */
  DATA_DIR: given(z.string()).transform((folder) => folder ?? ".data"),
  /** Where mail is handed over, and whom it comes from; without them it stays in the outbox. */
  SMTP_URL: given(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: given(z.string().regex(/^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)),
  /** The keys that push services know the portal by; a pair of P-256. Without them there is no web push. */
  VAPID_PUBLIC_KEY: given(z.string().regex(/^[A-Za-z0-9_-]{87}$/)),
  VAPID_PRIVATE_KEY: given(z.string().regex(/^[A-Za-z0-9_-]{43}$/)),
  /** Whether this process sends what waits, beside what else it does. */
  RUNNER: given(z.enum(["on", "off"])).transform((runner) => runner ?? "on"),
  S3_ENDPOINT: given(z.url({ protocol: /^https?$/ })),
  S3_BUCKET: given(z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)),
  S3_REGION: given(z.string().regex(/^[a-z0-9-]+$/)),
  S3_ACCESS_KEY_ID: given(z.string().min(1)),
  S3_SECRET_ACCESS_KEY: given(z.string().min(1)),
});
const TOGETHER = [BUCKET, ["SMTP_URL", "MAIL_FROM"], ["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY"]] as const;
const schema = settings.superRefine((found, context) => {
  for (const names of TOGETHER) {
    const missing = names.filter((name) => !found[name]);
    if (missing.length === names.length) continue;
    const message = `is set without the others of ${names.join(", ")}, or they without it`;
    for (const name of missing) context.addIssue({ code: "custom", path: [name], message });
  }
});
export type Env = z.infer<typeof schema>;

let kept: Env | undefined;

/** The settings the portal runs with. Throws once, naming what is missing, when the start did not set them. */
export function env(): Env {
  kept ??= schema.parse(process.env);
  return kept;
}
