import { ButtonLink } from "@/components/ui/button";
import { formatDay } from "@/lib/core/calendar";
import type { LogRange } from "@/lib/progress/log-range";

/** Which weeks of the practice log are shown, and the way to those before and after. */
export function LogPager({ range, href }: { range: LogRange; href: string }) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <h2 className="text-lg">
        {formatDay(range.from, "short")} to {formatDay(range.to, "short")}
      </h2>
      <nav aria-label="Weeks" className="flex gap-2">
        <ButtonLink href={`${href}?until=${range.earlier}`} variant="secondary" size="sm" icon="arrow-start">
          Earlier
        </ButtonLink>
        {range.later ? (
          <ButtonLink href={`${href}?until=${range.later}`} variant="secondary" size="sm" iconEnd="arrow-end">
            Later
          </ButtonLink>
        ) : null}
      </nav>
    </div>
  );
}
