export type Credentials =
  | { provider: "password"; email: string; password: string }
  | { provider: "one-time-code"; code: string };

/** `ok`, or why not. `start-again` when the password was given too long ago. */
export type SignInOutcome = "ok" | "wrong" | "too-many" | "start-again" | "unavailable";

const OUTCOMES: Record<string, SignInOutcome> = {
  CredentialsSignin: "wrong",
  invalid: "wrong",
  "too-many": "too-many",
  unauthenticated: "start-again",
};

/**
 * Gives credentials to the sign-in shell at /api/auth, with its CSRF token; a right answer comes with the session's cookie. Never
 * leaves the page, so that what was typed stays when the network is away.
 */
export async function giveCredentials({ provider, ...given }: Credentials): Promise<SignInOutcome> {
  try {
    const csrf = await fetch("/api/auth/csrf", { headers: { Accept: "application/json" } });
    if (!csrf.ok) return "unavailable";
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const answer = await fetch(`/api/auth/callback/${provider}`, {
      method: "POST",
      body: new URLSearchParams({ ...given, csrfToken, json: "true", callbackUrl: window.location.origin }),
    });
    const { url } = (await answer.json()) as { url: string };
    const error = new URL(url, window.location.href).searchParams.get("error");
    if (error) return OUTCOMES[error] ?? "unavailable";
    return answer.ok ? "ok" : "unavailable";
  } catch {
    return "unavailable";
  }
}
