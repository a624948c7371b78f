import type { Metadata } from "next";
import { ResetRequestForm } from "@/components/access/reset-request-form";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { requestReset } from "./actions";

export const metadata: Metadata = { title: "New password" };

export default function ResetPage() {
  return (
    <PublicShell title="Set a new password" lead="We send you a mail with a link.">
      <ResetRequestForm requestReset={requestReset} />
      <p className="mt-5 text-center">
        <TextLink href="/sign-in" className="inline-block py-2">
          Back to sign-in
        </TextLink>
      </p>
    </PublicShell>
  );
}
