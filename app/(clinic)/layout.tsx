import type { ReactNode } from "react";
import { SignOutButton } from "@/components/access/sign-out-button";
import { ClinicShell } from "@/components/shell/clinic-shell";
import type { NavItem } from "@/components/shell/nav-items";
import { currentSession } from "@/lib/access/session";
import { homeOf } from "@/lib/identity/home";
import { ROLE_NAMES, type Role } from "@/lib/identity/vocabulary";
import { signOut } from "../actions";

const ACCOUNT: NavItem = { href: "/account", label: "Account", icon: "person" };
const PLACES: Record<Exclude<Role, "patient">, readonly NavItem[]> = {
  clinician: [
    { href: "/worklist", label: "Worklist", icon: "list" },
    { href: "/patients", label: "Patients", icon: "people" },
    { href: "/library", label: "Library", icon: "book" },
    { href: "/protocols", label: "Protocols", icon: "note" },
    { href: "/questionnaires", label: "Questionnaires", icon: "question" },
    ACCOUNT,
  ],
  admin: [
    { href: "/members", label: "Members", icon: "people" },
    { href: "/audit", label: "Audit log", icon: "shield" },
    ACCOUNT,
  ],
};

/** The frame of the clinic's pages. It guards nothing: each page asks for its own person. */
export default async function ClinicLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (session.state !== "live" || session.person.role === "patient") return children;
  const { clinicName, name, role } = session.person;
  return (
    <ClinicShell
      clinicName={clinicName}
      items={PLACES[role]}
      personName={name}
      roleLabel={ROLE_NAMES[role]}
      homeHref={homeOf(role)}
      footer={<SignOutButton signOut={signOut} />}
    >
      {children}
    </ClinicShell>
  );
}
