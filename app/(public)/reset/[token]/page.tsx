import type { Metadata } from "next";
import { NewPasswordForm } from "@/components/access/new-password-form";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button";
import { readResetLink } from "@/lib/access/reset-link";
import { resetPassword } from "../actions";

export const metadata: Metadata = { title: "New password" };

const CLOSED = {
  used: "This link has been used already. Each link sets a password once.",
  expired: "This link is too old. A link works for one hour.",
  unknown: "This link opens nothing. Perhaps a part of it was lost on the way.",
};

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const state = await readResetLink(token);
  if (state === "open") {
    return (
      <PublicShell title="Choose a new password" lead="After this you are signed out everywhere, and sign in anew.">
        <NewPasswordForm token={token} resetPassword={resetPassword} />
      </PublicShell>
    );
  }
  return (
    <PublicShell title="This link is closed" lead={CLOSED[state]}>
      <div className="grid gap-3">
        <ButtonLink href="/reset" block size="lg">
          Ask for a new link
        </ButtonLink>
        <ButtonLink href="/sign-in" variant="secondary" block>
          Go to sign-in
        </ButtonLink>
      </div>
    </PublicShell>
  );
}
