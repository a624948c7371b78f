import { describe, expect, it } from "vitest";
import { hashFiles, isBuildInput } from "../../../scripts/lib/build.mjs";
import { isInstalled } from "../../../scripts/lib/install.mjs";
import { isNodeTooOld } from "../../../scripts/lib/node-version.mjs";
import { parseReport, signInLines } from "../../../scripts/lib/prepare.mjs";
import { lastLines } from "../../../scripts/lib/processes.mjs";
import { createProgress, doneLine, formatDuration } from "../../../scripts/lib/progress.mjs";
import { httpAddress, readDatabaseUrl, readSettings } from "../../../scripts/lib/settings.mjs";
import { describeTrouble, Trouble } from "../../../scripts/lib/trouble.mjs";
import { errorToShow } from "../../../scripts/lib/web.mjs";

describe("what a build is made from", () => {
  it.each([
    ["app/page.tsx", true],
    ["content/articles/knee.md", true],
    ["package-lock.json", true],
    ["proxy.ts", true],
    ["next.config.js", true],
    ["tsconfig.json", true],
    ["tsconfig.tsbuildinfo", false],
    ["db/notes.md", false],
    ["lib/plans/schedule.test.ts", false],
    ["tests/unit/a.ts", false],
    ["scripts/start.mjs", false],
    ["playwright.config.ts", false],
    ["README.md", false],
  ])("%s: %s", (file, expected) => {
    expect(isBuildInput(file)).toBe(expected);
  });

  it("is hashed by names and contents, in any order", () => {
    const a: [string, Buffer] = ["a", Buffer.from("1")];
    const b: [string, Buffer] = ["b", Buffer.from("2")];
    expect(hashFiles([a, b])).toBe(hashFiles([b, a]));
    expect(hashFiles([a, b])).not.toBe(
      hashFiles([
        ["a", Buffer.from("1b")],
        ["", Buffer.from("2")],
      ]),
    );
    expect(hashFiles([a])).not.toBe(hashFiles([["a", Buffer.from("2")]]));
  });
});

describe("isInstalled", () => {
  const here = { platform: "linux", arch: "x64", withDev: true };
  const a = { version: "1.0.0", integrity: "x" };
  const wanted = (more: object = {}) => ({ packages: { "": {}, "node_modules/a": a, ...more } });
  const installed = { packages: { "node_modules/a": a } };

  it("compares versions and hashes, not times", () => {
    expect(isInstalled(wanted(), installed, here)).toBe(true);
    expect(isInstalled(wanted(), { packages: { "node_modules/a": { ...a, version: "0.9.0" } } }, here)).toBe(false);
    expect(isInstalled(wanted(), { packages: {} }, here)).toBe(false);
    expect(isInstalled(wanted(), null, here)).toBe(false);
  });

  it("wants an optional build only for this machine", () => {
    const build = { version: "1.0.0", optional: true, os: ["darwin"], cpu: ["x64"] };
    expect(isInstalled(wanted({ "node_modules/b": build }), installed, here)).toBe(true);
    expect(isInstalled(wanted({ "node_modules/b": { ...build, os: ["linux"] } }), installed, here)).toBe(false);
    expect(isInstalled(wanted({ "node_modules/b": { ...build, os: ["!win32"] } }), installed, here)).toBe(false);
  });

  it("wants the tools of development only when they are needed", () => {
    const tool = wanted({ "node_modules/t": { version: "1.0.0", dev: true } });
    expect(isInstalled(tool, installed, here)).toBe(false);
    expect(isInstalled(tool, installed, { ...here, withDev: false })).toBe(true);
  });
});

const BUCKET = {
  S3_ENDPOINT: "https://s3.example.org",
  S3_BUCKET: "photos",
  S3_REGION: "eu-west-2",
  S3_ACCESS_KEY_ID: "key",
  S3_SECRET_ACCESS_KEY: "s3cret",
};

describe("readSettings", () => {
  const read = (env: Record<string, string>, args: string[] = []) => readSettings("/srv/plumbline", env, args);

  it("has sound defaults", () => {
    expect(read({})).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      dataDir: "/srv/plumbline/.data",
      databases: null,
      demo: "auto",
      isDev: false,
    });
  });

  it.each<[Record<string, string>, string[]]>([
    [{ PORT: "70000" }, []],
    [{ PORT: "-1" }, []],
    [{ PUBLIC_URL: "ftp://example.org" }, []],
    [{ DATABASE_URL: "postgres://web:s3cret@db/plumbline" }, []],
    [{ DATABASE_ADMIN_URL: "postgres://owner:s3cret@db/plumbline" }, []],
    [{ DATABASE_URL: "postgres://same:s3cret@db/p", DATABASE_ADMIN_URL: "postgres://same:s3cret@db/p" }, []],
    [{ DATABASE_URL: "mysql://web:s3cret@db/p", DATABASE_ADMIN_URL: "postgres://o:s3cret@db/p" }, []],
    [{}, ["--fast"]],
    [{ ...BUCKET, S3_BUCKET: "" }, []],
    [{ S3_SECRET_ACCESS_KEY: "s3cret" }, []],
    [{ ...BUCKET, S3_ENDPOINT: "s3.example.org" }, []],
    [{ ...BUCKET, S3_ENDPOINT: "file:///etc" }, []],
    [{ ...BUCKET, S3_BUCKET: "../photos" }, []],
    [{ ...BUCKET, S3_REGION: "eu west" }, []],
    [{ SMTP_URL: "smtp://portal:s3cret@mail.example.org" }, []],
    [{ MAIL_FROM: "portal@example.org" }, []],
    [{ SMTP_URL: "mail.example.org:587", MAIL_FROM: "portal@example.org" }, []],
    [{ SMTP_URL: "http://portal:s3cret@mail.example.org", MAIL_FROM: "portal@example.org" }, []],
    [{ SMTP_URL: "smtp://portal:s3cret@mail.example.org", MAIL_FROM: "Riverside" }, []],
    [{ SMTP_URL: "smtp://portal:s3cret@mail.example.org", MAIL_FROM: "a@example.org, b@example.org" }, []],
    [{ RUNNER: "maybe" }, []],
  ])("refuses %j %j with a way out that holds no password", (env, args) => {
    try {
      read(env, args);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Trouble);
      const text = describeTrouble(error, {});
      expect(text.split("\n")).toHaveLength(1);
      expect(text).not.toContain("s3cret");
    }
  });

  it("takes a whole bucket, and one that is named and empty as none", () => {
    expect(() => read(BUCKET)).not.toThrow();
    expect(() => read(Object.fromEntries(Object.keys(BUCKET).map((name) => [name, ""])))).not.toThrow();
  });

  it("takes a mail server with an address to send from, and one that is named and empty as none", () => {
    const SMTP_URL = "smtps://portal%40example.org:s3cret@mail.example.org:465";
    for (const MAIL_FROM of ["portal@example.org", "Riverside Physiotherapy <portal@example.org>"]) {
      expect(() => read({ SMTP_URL, MAIL_FROM, RUNNER: "off" })).not.toThrow();
    }
    expect(() => read({ SMTP_URL: "", MAIL_FROM: "", RUNNER: "" })).not.toThrow();
  });

  it("names a database without its password", () => {
    expect(readDatabaseUrl("DATABASE_URL", "postgresql://we%62:s3cret@db.example:6432/clinic")).toEqual({
      role: "web",
      database: "clinic",
      address: "db.example:6432",
    });
  });

  it("writes IPv6 addresses in brackets", () => {
    expect(httpAddress("::1", 3000)).toBe("http://[::1]:3000");
  });
});

describe("what is said", () => {
  it.each([
    ["18.20.0", true],
    ["20.18.9", true],
    ["20.19.0", false],
    ["22.1.0", false],
    ["24.0.0", false],
  ])("Node %s is too old: %s", (version, expected) => {
    expect(isNodeTooOld(version)).toBe(expected);
  });

  it("an error is one line, and its stack only for DEBUG=1", () => {
    const trouble = new Trouble("port 3000 is taken", { wayOut: "PORT=3001 npm start" });
    expect(describeTrouble(trouble, {})).toBe("plumbline: port 3000 is taken: PORT=3001 npm start");
    expect(describeTrouble(new TypeError("odd\nmore"), {}).split("\n")).toHaveLength(1);
    expect(describeTrouble(trouble, { DEBUG: "1" })).toContain("    at ");
  });

  it("the end of a log has no frames of a stack in it", () => {
    const log = "one\nError: two\n    at f (/a/b.js:1:2)\n    at async /a/b.js:3:4\nthree at noon\n";
    expect(lastLines(log, 2)).toBe("Error: two\nthree at noon");
  });

  it("durations are in seconds, then in minutes", () => {
    expect(formatDuration(41_230)).toBe("41.2 s");
    expect(formatDuration(125_000)).toBe("2 min 5 s");
    expect(doneLine("build", 41_230, "")).toBe("  build        done in 41.2 s");
  });

  it("a step is shown as it runs on a terminal, and in whole lines elsewhere", async () => {
    const write = async (isTTY: boolean) => {
      let text = "";
      const progress = createProgress({ out: { isTTY, write: (more) => (text += more) }, now: () => 0 });
      await progress.step("build", "next build", () => "", { long: true });
      return text;
    };
    expect(await write(false)).toBe("  build        next build\n  build        done in 0.0 s\n");
    expect(await write(true)).toContain("next build … 0 s");
  });

  it("reports are told from noise", () => {
    expect(parseReport('{"step":"roles","ms":1}')).toEqual({ step: "roles", ms: 1 });
    expect(parseReport('{"error":"no"}')).toEqual({ error: "no" });
    expect(parseReport('{"other":1}')).toBeNull();
    expect(parseReport("{half")).toBeNull();
    expect(parseReport("noise")).toBeNull();
  });

  it("sign-ins stand in columns", () => {
    const lines = signInLines([
      { role: "patient", email: "a@b.example", password: "one", note: "new" },
      { role: "administrator", email: "long@b.example", password: "two" },
    ]);
    expect(lines).toEqual([
      "    patient         a@b.example      one   new",
      "    administrator   long@b.example   two",
    ]);
  });

  it.each([
    ['{"level":50,"msg":"action failed","error":"Error","reference":"ab12"}', "action failed · Error · ab12"],
    ['{"level":30,"msg":"served"}', null],
    [" ⨯ Error: something broke", "Error: something broke"],
    ["TypeError: x is not a function", "TypeError: x is not a function"],
    ["    at f (/a/b.js:1:2)", null],
    ["✓ Ready in 300ms", null],
  ])("of %j it shows %j", (line, shown) => {
    expect(errorToShow(line)).toBe(shown);
  });
});
