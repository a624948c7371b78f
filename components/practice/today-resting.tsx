import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/core/calendar";
import type { RestingToday } from "@/lib/practice/queries/today";

/** Plans that rest while another one runs, each with the day it goes on. Nothing without. */
export function TodayResting({ resting }: { resting: readonly RestingToday[] }) {
  if (resting.length === 0) return null;
  return (
    <ul aria-label="Plans that are paused" className="mb-6 grid gap-1 text-ink-soft">
      {resting.map(({ name, resumesOn }) => (
        <li key={name}>
          <span className="font-semibold">{name}</span> is paused
          {resumesOn ? ` and goes on by itself on ${formatDay(resumesOn)}` : null}.
        </li>
      ))}
      <li>
        <TextLink href="/me#pause" className="tap inline-flex items-center">
          Go on with it sooner
        </TextLink>
      </li>
    </ul>
  );
}
