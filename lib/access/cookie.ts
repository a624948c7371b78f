/** How long a browser keeps the cookie. The database ends sessions sooner, and its word counts. */
export const COOKIE_SECONDS = 30 * 24 * 60 * 60;

/** The session cookie: host-bound and secure over https, plain over http on one's own machine. */
export function sessionCookie(publicUrl: string) {
  const secure = publicUrl.startsWith("https://");
  return {
    name: secure ? "__Host-plumbline" : "plumbline",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}
