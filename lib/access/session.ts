import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import type { Role } from "@/lib/identity/vocabulary";
import type { Person } from "./actor";
import { COOKIE_SECONDS, sessionCookie } from "./cookie";
import { resumeSession, type SessionState } from "./resume";

/** The token in the request's cookie. */
async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie(env().PUBLIC_URL).name)?.value;
}

/** Who is asking, looked up once a request. */
export const currentSession = cache(async (): Promise<SessionState> => resumeSession(await sessionToken()));

/** The signed-in person, for an action. Throws AppError unauthenticated. */
export async function actingPerson(): Promise<Person> {
  const session = await currentSession();
  if (session.state !== "live") throw new AppError("unauthenticated");
  return session.person;
}

/** The signed-in person, for a page of these roles. Anybody else goes to sign-in, or gets not-found. */
export async function requireActor(...roles: readonly Role[]): Promise<Person> {
  const session = await currentSession();
  if (session.state === "pending") redirect("/sign-in/code");
  if (session.state === "none") {
    const path = (await headers()).get("x-plumbline-path");
    redirect(path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
  }
  if (!roles.includes(session.person.role)) notFound();
  return session.person;
}

/** Puts a new token in the browser, after a change of membership. */
export async function keepSession(token: string): Promise<void> {
  const { name, options } = sessionCookie(env().PUBLIC_URL);
  (await cookies()).set(name, token, { ...options, maxAge: COOKIE_SECONDS });
}

/** Takes the token out of the browser. */
export async function dropSession(): Promise<void> {
  const { name, options } = sessionCookie(env().PUBLIC_URL);
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Waits for a query of a page; what may not be seen, or is not there, is the not-found page. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not-found" || error.code === "forbidden")) notFound();
    throw error;
  }
}
