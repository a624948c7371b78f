/**
 * Whether a request comes from this very site: a browser says where from, and no other site may send one in somebody's name. For routes
 * that change something; server actions are checked by the framework.
 */
export function isSameOrigin({ headers }: Pick<Request, "headers">): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
