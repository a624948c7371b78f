import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DemoMailList } from "@/components/access/demo-mail-list";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/lib/core/env";
import { listDemoMail } from "@/lib/jobs/queries";

export const metadata: Metadata = { title: "Outbox of the demo clinic" };

export default async function OutboxPage() {
  const mail = await listDemoMail();
  if (!mail) notFound();
  return (
    <PublicShell
      title="Outbox of the demo clinic"
      lead="Mail the demo clinic would have sent, newest first. Other clinics' mail is never shown here."
      footer={<TextLink href="/sign-in">Back to sign-in</TextLink>}
    >
      <DemoMailList mail={mail} publicUrl={env().PUBLIC_URL} />
    </PublicShell>
  );
}
