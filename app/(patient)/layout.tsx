import type { ReactNode } from "react";
import { OfflineStatus } from "@/components/offline/offline-status";
import type { NavItem } from "@/components/shell/nav-items";
import { PatientShell } from "@/components/shell/patient-shell";
import { currentSession } from "@/lib/access/session";
import { buildId } from "@/lib/core/build";

const PLACES: readonly NavItem[] = [
  { href: "/today", label: "Today", icon: "today" },
  { href: "/read", label: "Read", icon: "book" },
  { href: "/questions", label: "Questions", icon: "question" },
  { href: "/progress", label: "Progress", icon: "progress" },
  { href: "/me", label: "Me", icon: "person" },
];

/** The frame of a patient's pages. It guards nothing: each page asks for its own person. */
export default async function PatientLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (session.state !== "live" || session.person.role !== "patient") return children;
  return (
    <PatientShell clinicName={session.person.clinicName} items={PLACES}>
      <OfflineStatus who={session.person.memberId} build={buildId()} />
      {children}
    </PatientShell>
  );
}
