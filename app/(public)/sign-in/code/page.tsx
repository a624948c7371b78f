import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "@/components/access/code-form";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { nextPath } from "@/lib/access/next-path";
import { currentSession } from "@/lib/access/session";

export const metadata: Metadata = { title: "Sign-in code" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CodePage({ searchParams }: Props) {
  const wanted = nextPath((await searchParams).next);
  const session = await currentSession();
  if (session.state === "live") redirect(wanted ?? "/");
  if (session.state === "none") redirect("/sign-in");
  return (
    <PublicShell title="One more step" lead="Your password is right. Now give the code from your authenticator app.">
      <CodeForm onwards={wanted ?? "/"} />
      <p className="mt-3 text-center">
        <TextLink href="/sign-in?again=1" className="inline-block py-2">
          Start again
        </TextLink>
      </p>
    </PublicShell>
  );
}
