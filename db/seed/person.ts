import type { AffectedSide, Region, Role } from "@/lib/identity/vocabulary";
import type { Subject } from "./courses";
import type { FirstText, LaterText } from "./tailoring";

export type DemoStaff = Readonly<{ name: string; email: string; role: Exclude<Role, "patient"> }>;

/** A made-up patient. Days ago count back from the day the clinic is made. */
export type DemoPerson = Subject &
  Readonly<{
    name: string;
    /** YYYY-MM-DD. */
    dateOfBirth: string;
    region: Region;
    side: AffectedSide;
    /** In their own words. */
    goal: string;
    /** Place in CLINICIANS of whoever looks after them. */
    clinician: 0 | 1;
    /** Day 1 of the plan; for somebody without one, the day they were added. Moved to the Friday before a weekend. */
    startedDaysAgo: number;
    /** When they usually practise, in minutes after midnight UTC. */
    habit: number;
    /** The protocol the plan is made from, when it is not the clinic's usual one. */
    protocol?: string;
    first: FirstText;
    later?: LaterText & { daysAgo: number };
    /** The last day of the plan. */
    endedDaysAgo?: number;
    /** They put a log right on the first day from this one on that has one. */
    correctsDaysAgo?: number;
    /** What falls due in the last days is left for whoever signs in as them. */
    leavesSomething?: true;
    /** Articles they have not opened. */
    unread?: readonly string[];
  }>;

/** The address of a made-up patient. */
export const emailOf = (person: Pick<DemoPerson, "slug">) => `${person.slug}@example.org`;
