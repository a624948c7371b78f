import "server-only";
import { cookies, headers } from "next/headers";
import NextAuth, { type AuthOptions, type User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { logEvent } from "@/lib/core/log";
import { giveCode } from "./commands/give-code";
import { type SignedIn, signIn } from "./commands/sign-in";
import { COOKIE_SECONDS, sessionCookie } from "./cookie";
import { deviceName } from "./device";

type OpaqueUser = User & { opaque: string };

/** Only a code ever leaves authorize(): what it throws is printed into an address. */
async function outcome(name: string, work: () => Promise<SignedIn | null>): Promise<OpaqueUser | null> {
  try {
    const signedIn = await work();
    return signedIn && { id: signedIn.accountId, opaque: signedIn.token };
  } catch (error) {
    if (error instanceof AppError) throw new Error(error.code);
    logEvent("sign-in failed", { action: name }, error);
    throw new Error("unavailable");
  }
}

const device = async () => deviceName((await headers()).get("user-agent") ?? "");

function options(): AuthOptions {
  const cookie = sessionCookie(env().PUBLIC_URL);
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        id: "password",
        credentials: { email: {}, password: {} },
        authorize: (given) =>
          outcome("password", async () =>
            signIn.execute({ email: given?.email ?? "", password: given?.password ?? "", device: await device() }),
          ),
      }),
      CredentialsProvider({
        id: "one-time-code",
        credentials: { code: {} },
        authorize: (given) =>
          outcome("one-time-code", async () =>
            giveCode.execute({ code: given?.code ?? "", token: (await cookies()).get(cookie.name)?.value ?? "" }),
          ),
      }),
    ],
    // The cookie holds an opaque random token and nothing else. encode runs on every read of a session too, so it only
    // hands on what is there; whether the token is worth anything is asked of the database, never here.
    jwt: {
      maxAge: COOKIE_SECONDS,
      encode: ({ token }) => String(token?.opaque ?? ""),
      decode: ({ token }) => (token ? { opaque: token } : null),
    },
    callbacks: {
      jwt: ({ token, user }) => (user && "opaque" in user ? { opaque: user.opaque } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code) => logEvent("next-auth", { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** The only addresses of next-auth that are open; all else of it answers not-found. */
const OPEN = new Set(["GET csrf", "GET providers", "POST callback/password", "POST callback/one-time-code"]);

/** The sign-in shell: its CSRF check and cookie, our sessions. */
export async function authHandler(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const { nextauth } = await context.params;
  if (!OPEN.has(`${request.method} ${nextauth.join("/")}`)) return new Response("Not found", { status: 404 });
  return NextAuth(options())(request, context);
}
