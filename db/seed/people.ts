import { IMPROVING } from "./people-improving";
import { OTHERS } from "./people-others";
import type { DemoPerson, DemoStaff } from "./person";
import { SINGLE_NUMBER } from "./questionnaires";
import { TWICE_A_DAY } from "./reminded";
import { DAILY_BALANCE, DAILY_STRETCH, FEWER_STEPS, LONGER_WALL_SIT } from "./usual-changes";

export const DEMO_CLINIC = { name: "Harbour Street Physiotherapy", timeZone: "Europe/London" } as const;
export const DEMO_PROTOCOL = "unstable-knee-with-back-pain";

/** Everybody's in the demonstration clinic, and printed by the start script. It guards invented people only. */
export const DEMO_PASSWORD = "plumb line demo";

export const ADMINISTRATOR: DemoStaff = { name: "Priya Raman", email: "priya.raman@example.org", role: "admin" };
export const CLINICIANS: readonly [DemoStaff, DemoStaff] = [
  { name: "Tomasz Zieliński", email: "tomasz.zielinski@example.org", role: "clinician" },
  { name: "Hannah Osei", email: "hannah.osei@example.org", role: "clinician" },
];

/** The patient whose sign-in is printed: eight weeks in, doing well, with questions due and something new to read. */
export const SHOWN_PATIENT: DemoPerson = {
  region: "knee",
  side: "right",
  slug: "margaret.ellis",
  name: "Margaret Ellis",
  dateOfBirth: "1957-03-14",
  clinician: 0,
  goal: "Walk round the reservoir with my sister again, without thinking about every step.",
  course: "improving",
  startedDaysAgo: 56,
  keenness: 0.88,
  start: { pain: 4.6, score: 54 },
  habit: 490,
  first: {
    why: "You said the knee gives way on the stairs and your back tightens after. This says how the two can go together.",
    lines: [FEWER_STEPS],
    without: ["knock-knees-and-back-pain"],
  },
  later: {
    daysAgo: 3,
    lines: [LONGER_WALL_SIT, DAILY_BALANCE, DAILY_STRETCH],
    article: {
      slug: "knock-knees-and-back-pain",
      note: "You asked why I keep looking at where your knee points. This is the long answer.",
    },
  },
  unread: ["knock-knees-and-back-pain"],
  reminders: TWICE_A_DAY,
  leavesSomething: true,
  unsteadyDays: 3,
  activities: ["Walk round the reservoir", "Carry the washing up the stairs", "Kneel to weed the front bed"],
  sent: {
    slug: SINGLE_NUMBER,
    daysAgo: 0,
    note: "One quick question before your next visit, so that we can plan it together.",
    windowDays: 7,
  },
};

/** Everybody treated at the demonstration clinic. All of them are invented. */
export const PEOPLE: readonly DemoPerson[] = [SHOWN_PATIENT, ...IMPROVING, ...OTHERS];
