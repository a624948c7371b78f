import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { Trouble } from "./trouble.mjs";

const ADMIN_EXAMPLE = "DATABASE_ADMIN_URL=postgres://owner:password@host:5432/plumbline";

function readPort(text) {
  if (text === undefined || text === "") return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65535) return port;
  throw new Trouble(`PORT=${text} is not a port`, { wayOut: "a number from 1 to 65535, such as PORT=3001" });
}

function readPublicUrl(text) {
  try {
    const { protocol, origin } = new URL(text);
    if (protocol === "http:" || protocol === "https:") return origin;
  } catch {
    // The same words serve for what is no URL and for a URL of another kind.
  }
  throw new Trouble(`PUBLIC_URL=${text} is not an address`, {
    wayOut: "such as PUBLIC_URL=https://portal.example.org",
  });
}

/** The parts of a database URL that may be shown, and the role. Never the password. */
export function readDatabaseUrl(name, text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    url = null;
  }
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname || !url.username || url.pathname.length < 2) {
    throw new Trouble(`${name} is not the URL of a database and a role`, {
      wayOut: `${name}=postgres://role:password@host:5432/plumbline`,
    });
  }
  return {
    role: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
    address: `${url.hostname}:${url.port || 5432}`,
  };
}

function readDatabases(env) {
  const { DATABASE_URL: web, DATABASE_ADMIN_URL: admin } = env;
  if (!web && !admin) return null;
  if (!admin) {
    throw new Trouble("DATABASE_URL is set and DATABASE_ADMIN_URL is not, and migrations need it", {
      wayOut: `add ${ADMIN_EXAMPLE}, or unset DATABASE_URL to have a database started for you`,
    });
  }
  if (!web) {
    throw new Trouble("DATABASE_ADMIN_URL is set and DATABASE_URL is not, and the portal needs a role of its own", {
      wayOut: "add DATABASE_URL=postgres://plumbline_web:password@host:5432/plumbline; the role is made for you",
    });
  }
  if (readDatabaseUrl("DATABASE_URL", web).role === readDatabaseUrl("DATABASE_ADMIN_URL", admin).role) {
    throw new Trouble(
      "DATABASE_URL and DATABASE_ADMIN_URL name the same role, and the portal must not own its tables",
      {
        wayOut: "give DATABASE_URL a role of its own, such as plumbline_web; it is made for you",
      },
    );
  }
  return { web, admin };
}

const BUCKET = ["S3_ENDPOINT", "S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];

/** Refuses a bucket that is named by half: photos would go where nobody looks for them. */
function checkBucket(env) {
  const missing = BUCKET.filter((name) => !env[name]);
  if (missing.length === BUCKET.length) return;
  if (missing.length > 0) {
    throw new Trouble(`photos are to be kept in a bucket, and ${missing.join(", ")} is not set`, {
      wayOut: "set all of S3_*, as docs/operating.md says, or none to keep photos in DATA_DIR",
    });
  }
  if (!/^https?:\/\//.test(env.S3_ENDPOINT) || !URL.canParse(env.S3_ENDPOINT)) {
    throw new Trouble(`S3_ENDPOINT=${env.S3_ENDPOINT} is not an address`, {
      wayOut: "such as S3_ENDPOINT=https://s3.example.org",
    });
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(env.S3_BUCKET) || !/^[a-z0-9-]+$/.test(env.S3_REGION)) {
    throw new Trouble("S3_BUCKET or S3_REGION has letters that a bucket or a region cannot have", {
      wayOut: "such as S3_BUCKET=clinic-photos S3_REGION=eu-west-2",
    });
  }
}

/** Refuses settings of mail by which nothing could be sent. The address may hold a password and is never shown. */
function checkMail({ SMTP_URL, MAIL_FROM, RUNNER }) {
  if (RUNNER && !["on", "off"].includes(RUNNER)) {
    throw new Trouble(`RUNNER=${RUNNER} is neither on nor off`, { wayOut: "RUNNER=off, or leave it away" });
  }
  if (!SMTP_URL && !MAIL_FROM) return;
  if (!SMTP_URL || !MAIL_FROM) {
    throw new Trouble(
      `${SMTP_URL ? "SMTP_URL" : "MAIL_FROM"} is set and ${SMTP_URL ? "MAIL_FROM" : "SMTP_URL"} is not`,
      {
        wayOut: "set both to send mail, or neither to keep it in the outbox",
      },
    );
  }
  const url = URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    throw new Trouble("SMTP_URL is not the address of a mail server", {
      wayOut: "such as SMTP_URL=smtp://user:password@mail.example.org:587, with %40 for an @ in the password",
    });
  }
  if (!/^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(MAIL_FROM)) {
    throw new Trouble("MAIL_FROM is not an e-mail address", {
      wayOut: 'such as MAIL_FROM="Riverside Physiotherapy <portal@example.org>"',
    });
  }
}

/** An address to open in a browser or to poll: "every interface" is not one. */
export const reachableHost = (host) => ({ "0.0.0.0": "127.0.0.1", "::": "::1" })[host] ?? host;

export const httpAddress = (host, port) => `http://${net.isIPv6(host) ? `[${host}]` : host}:${port}`;

/** What the environment and the command line ask for. Throws Trouble for what cannot be meant. */
export function readSettings(root, env, args) {
  const unknown = args.find((arg) => arg !== "--dev");
  if (unknown) throw new Trouble(`unknown option ${unknown}`, { wayOut: "npm start or npm run dev, with no options" });
  const isDev = args.includes("--dev");
  const host = env.HOST || "127.0.0.1";
  const port = readPort(env.PORT);
  checkBucket(env);
  checkMail(env);
  return {
    isDev,
    command: isDev ? "npm run dev" : "npm start",
    host,
    port,
    publicUrl: env.PUBLIC_URL ? readPublicUrl(env.PUBLIC_URL) : null,
    dataDir: path.resolve(root, env.DATA_DIR || ".data"),
    databases: readDatabases(env),
    demo: env.DEMO === "1" ? "yes" : env.DEMO === "0" ? "no" : "auto",
  };
}

/** Makes DATA_DIR for its owner alone. As root, PostgreSQL's own user must be able to pass through it. */
export function makeDataDirectory(dataDir) {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode });
    fs.chmodSync(dataDir, mode);
    fs.accessSync(dataDir, fs.constants.W_OK);
  } catch (error) {
    throw new Trouble(`${dataDir} cannot be used for data (${error.code})`, {
      wayOut: "choose a folder you may write to with DATA_DIR=…",
      cause: error,
    });
  }
}
