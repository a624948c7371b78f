import type { Role } from "./vocabulary";

const HOMES: Record<Role, string> = { patient: "/today", clinician: "/worklist", admin: "/members" };

/** The first page of a role. */
export function homeOf(role: Role): string {
  return HOMES[role];
}
