import type { AffectedSide, Region, Role } from "@/lib/identity/vocabulary";
import type { ReminderForm } from "@/lib/jobs/reminders/schemas";
import type { Subject } from "./courses";
import type { FirstText, LaterText } from "./tailoring";

/** One sitting of a questionnaire (counted from 0), or every one, that does not go as usual. */
export type Unusual = Readonly<{
  slug: string;
  sitting: number | "every";
  /** How many answers they gave before they left it; with 0 they never opened it. */
  leftAfter?: number;
  daysLate?: number;
  /** They filled it in on paper, and the clinic enters it. */
  isOnPaper?: true;
  /** They took the scale the wrong way round, and put it right. */
  isTurned?: true;
}>;

/** A questionnaire the clinician sends beside the plan; without `answeredDaysAgo` it waits. */
export type SentBeside = Readonly<{
  slug: string;
  daysAgo: number;
  note: string;
  windowDays: number | null;
  answeredDaysAgo?: number;
}>;

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
    /** They go on holiday today, for so many days. */
    holidayDays?: number;
    /** The protocol of a second plan, which begins today beside the first. */
    beside?: string;
    /** How they asked to be reminded, on their second day. */
    reminders?: ReminderForm;
    /** Articles they have not opened. */
    unread?: readonly string[];
    /** What they name when asked for three activities; else some of their region's. */
    activities?: readonly [string, string, string];
    /** Questionnaires of the protocol that the clinician leaves out for them. */
    notAsked?: readonly string[];
    unusual?: readonly Unusual[];
    sent?: SentBeside;
  }>;

/** The address of a made-up patient. */
export const emailOf = (person: Pick<DemoPerson, "slug">) => `${person.slug}@example.org`;
