"use client";

import { useEffect } from "react";
import { learnClock } from "@/components/practice/portal-clock";
import { forgetPages } from "./device";

type Props = { session: string; addresses: readonly string[] };

/** Hands the service worker what the day needs, so that it opens without a network. */
export function KeepPages({ session, addresses }: Props) {
  const list = addresses.join(" ");
  useEffect(() => {
    void keep(session, list.split(" "));
  }, [session, list]);
  return null;
}

async function keep(session: string, addresses: readonly string[]) {
  if (!("serviceWorker" in navigator) || !navigator.onLine) return;
  const answer = await fetch("/api/sync", { cache: "no-store" }).catch(() => null);
  if (!answer) return;
  if (answer.redirected) return forgetPages();
  learnClock(answer.headers.get("x-portal-now") ?? "");
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: "keep", session, addresses });
}
