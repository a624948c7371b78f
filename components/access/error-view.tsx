"use client";

import { PublicShell } from "@/components/shell/public-shell";
import { Button, ButtonLink } from "@/components/ui/button";

/** A page that could not be made: what that means, a reference to give to the clinic, and ways on. */
export function ErrorView({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  // Where pages are kept on the device, the whole page opens from there although none of its parts can be fetched.
  const again = () => (navigator.serviceWorker?.controller ? window.location.reload() : retry());
  return (
    <PublicShell
      title="This page did not open"
      lead="We could not reach our records, or something went wrong on our side. Nobody was signed out, and what you sent before is safe."
      footer={digest ? `If you ask your clinic for help, give them this reference: ${digest}` : undefined}
    >
      <div className="grid gap-3">
        <Button block size="lg" onClick={again}>
          Try again
        </Button>
        <ButtonLink href="/" variant="secondary" block>
          Go to my first page
        </ButtonLink>
      </div>
    </PublicShell>
  );
}
