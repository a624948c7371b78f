import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button";
import type { InvitationState } from "@/lib/identity/vocabulary";

const WORDS: Record<Exclude<InvitationState, "open"> | "unknown", { title: string; lead: string }> = {
  used: {
    title: "This invitation was accepted already",
    lead: "If that was you, sign in with the password you chose. If it was not, tell your clinic.",
  },
  expired: {
    title: "This invitation is too old",
    lead: "Invitations close after a while, to be safe. Ask your clinic for a new one.",
  },
  withdrawn: {
    title: "This invitation was withdrawn",
    lead: "There may be a newer one in your mail. If not, ask your clinic.",
  },
  unknown: {
    title: "This link opens nothing",
    lead: "Perhaps a part of it was lost on the way. Open it from the mail again, or ask your clinic for a new one.",
  },
};

/** An invitation that opens nothing any more, or never did: why, and the way on. */
export function ClosedInvitation({ state }: { state: keyof typeof WORDS }) {
  return (
    <PublicShell {...WORDS[state]}>
      <ButtonLink href="/sign-in" block size="lg">
        Go to sign-in
      </ButtonLink>
    </PublicShell>
  );
}
