import type { Metadata } from "next";
import { TryAgain } from "@/components/offline/try-again";
import { ButtonLink } from "@/components/ui/button";
import { Wordmark } from "@/components/ui/wordmark";

export const metadata: Metadata = { title: "Offline" };

/** Stands in for a page that is not on the device while there is no network. */
export default function OfflinePage() {
  return (
    <main
      id="main"
      data-audience="patient"
      className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 px-[min(1.5rem,6vw)] py-10"
    >
      <Wordmark />
      <div>
        <h1 className="text-2xl">You are offline</h1>
        <p className="mt-2 text-lg">
          This page is not on this device. Today’s exercises still work, and what you do is kept and sent later.
        </p>
      </div>
      <div className="grid gap-3">
        <ButtonLink href="/today" prefetch={false} size="lg" block>
          Go to Today
        </ButtonLink>
        <TryAgain />
      </div>
    </main>
  );
}
