import { type NextRequest, NextResponse } from "next/server";

/** What every answer carries. Guards nothing: who may see what is decided where the data is. */
const HEADERS: Record<string, string> = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = contentSecurityPolicy(nonce);
  const given = new Headers(request.headers);
  given.set("x-nonce", nonce);
  given.set("x-plumbline-path", pathname + search);
  given.set("Content-Security-Policy", policy);
  // The image resizer is not used and stays shut; the page for when everything fails is nobody's to ask for.
  const response = /^\/(_next\/image|_global-error)/.test(pathname)
    ? new NextResponse("Not found", { status: 404 })
    : NextResponse.next({ request: { headers: given } });
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  // Photos say themselves how long they are kept, and by whom.
  if (!/^\/(_next\/static|api\/media\/)/.test(pathname)) response.headers.set("Cache-Control", "private, no-store");
  return response;
}
