import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/access/sign-in-form";
import { PublicShell } from "@/components/shell/public-shell";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { nextPath } from "@/lib/access/next-path";
import { currentSession } from "@/lib/access/session";
import { hasDemoClinic } from "@/lib/jobs/queries";

export const metadata: Metadata = { title: "Sign in" };

const NOTES: Record<string, { title: string; text: string }> = {
  "password-set": {
    title: "Your new password is set",
    text: "You were signed out everywhere. Sign in with the new one.",
  },
  accepted: { title: "Your invitation is accepted", text: "Sign in with your e-mail and password." },
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, again, note } = await searchParams;
  const wanted = nextPath(next);
  const session = await currentSession();
  if (session.state === "live") redirect(wanted ?? "/");
  const query = wanted ? `?next=${encodeURIComponent(wanted)}` : "";
  // "Start again" comes back here from the code page with a session that still waits for its code.
  if (session.state === "pending" && again === undefined) redirect(`/sign-in/code${query}`);
  const isDemo = await hasDemoClinic();
  const said = typeof note === "string" && Object.hasOwn(NOTES, note) ? NOTES[note] : undefined;
  return (
    <PublicShell
      title="Sign in"
      footer={
        isDemo ? (
          <>
            This is a demo clinic: its people are invented.{" "}
            <TextLink href="/outbox">See the mail it would have sent</TextLink>
          </>
        ) : undefined
      }
    >
      {said ? (
        <Notice tone="success" title={said.title} className="mb-6">
          {said.text}
        </Notice>
      ) : null}
      <SignInForm onwards={`/sign-in${query}`} />
      <p className="mt-5 text-center">
        <TextLink href="/reset" className="inline-block py-2">
          Forgotten your password?
        </TextLink>
      </p>
    </PublicShell>
  );
}
