import type { Metadata } from "next";
import { OffForm } from "@/components/reminders/off-form";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { turnOffReminders } from "./actions";

export const metadata: Metadata = { title: "Stop reminders" };

/** Programs that check mail open every link in it, so that opening this one changes nothing; nor does it look whose link it is. */
export default async function RemindersOffPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <PublicShell
      title="Stop reminders by e-mail?"
      lead="Reminders on your phone stay as they are, and so does all else."
      footer={<TextLink href="/sign-in">Sign in</TextLink>}
    >
      <OffForm token={token} turnOff={turnOffReminders} />
    </PublicShell>
  );
}
