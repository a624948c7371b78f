import type { Metadata } from "next";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

/** The same page for what is not there and for what may not be seen. */
export default function NotFound() {
  return (
    <PublicShell
      title="We could not find that"
      lead="It may have moved, or it may not be for your account. Nothing is wrong with what you did."
    >
      <ButtonLink href="/" block size="lg">
        Go to my first page
      </ButtonLink>
    </PublicShell>
  );
}
