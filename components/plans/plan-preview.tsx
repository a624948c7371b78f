import { Icon } from "@/components/ui/icon";
import { PlumbItem, PlumbLine } from "@/components/ui/plumb-line";
import { formatDay } from "@/lib/core/calendar";
import type { PlanPreview as Preview, PreviewDay, PreviewItem, PreviewPhase } from "@/lib/plans/preview";
import { KIND_ICONS, KIND_WORDS } from "./kind-words";
import { PhaseCriteriaNote } from "./phase-criteria";

/** The plan as the patient would see it: a phone with the first day on it, and beside it the week and the phases. */
export function PlanPreview({ preview }: { preview: Preview }) {
  const [today] = preview.week;
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[24.5rem_minmax(0,1fr)]">
      {today ? <Phone day={today} title={preview.title} /> : null}
      <div className="grid gap-8">
        <section aria-labelledby="preview-week">
          <h2 id="preview-week" className="mb-2 text-lg">
            The first week
          </h2>
          <ul className="divide-y divide-rule border-rule border-y">
            {preview.week.map((day) => (
              <li key={day.day} className="flex flex-wrap justify-between gap-x-4 py-2">
                <span className="font-semibold">{formatDay(day.day)}</span>
                <span className="text-ink-soft">{loadInWords(day)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="preview-phases">
          <h2 id="preview-phases" className="mb-3 text-lg">
            All of it
          </h2>
          <PlumbLine label="Phases of the plan">
            {preview.phases.map((phase) => (
              <PlumbItem key={phase.key}>
                <Phase phase={phase} />
              </PlumbItem>
            ))}
          </PlumbLine>
        </section>
      </div>
    </div>
  );
}

function Phone({ day, title }: { day: PreviewDay; title: string }) {
  return (
    <section
      aria-label="On the patient's phone"
      data-audience="patient"
      className="mx-auto w-full max-w-[24.5rem] rounded-[2.25rem] border-[10px] border-ink/85 bg-paper text-base text-ink"
    >
      <div className="min-h-[30rem] rounded-[1.6rem] px-4 py-6">
        <p className="text-ink-soft">{formatDay(day.day)}</p>
        <h2 className="text-2xl">Today</h2>
        <p className="mt-1 mb-4 text-ink-soft">
          {title}
          {day.items.length > 0 ? `. About ${minutesInWords(day.minutes)}.` : ""}
        </p>
        {day.items.length === 0 ? (
          <p className="rounded-lg bg-sunken p-4">Nothing is due today. Rest is part of the plan.</p>
        ) : (
          <ul className="grid gap-3">
            {day.items.map((item) => (
              <li key={item.key} className="rounded-lg border border-rule bg-raised p-4 shadow-card">
                <Item item={item} times={item.times} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Phase({ phase }: { phase: PreviewPhase }) {
  return (
    <>
      <h3 className="text-base">{phase.title}</h3>
      <p className="text-ink-soft text-sm">{phase.when}</p>
      {phase.aim ? <p className="measure mt-1">{phase.aim}</p> : null}
      <PhaseCriteriaNote criteria={phase.criteria} />
      <ul className="mt-2 divide-y divide-rule">
        {phase.items.map((item) => (
          <li key={item.key} className="py-3">
            <Item item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Item({ item, times = 1 }: { item: PreviewItem; times?: number }) {
  return (
    <div className="flex gap-3">
      <Icon name={KIND_ICONS[item.kind]} label={KIND_WORDS[item.kind]} className="mt-0.5 size-5 text-teal-ink" />
      <div className="min-w-0">
        <p className="font-semibold leading-snug">{item.title}</p>
        {item.dose ? <p>{item.dose}</p> : null}
        <p className="text-ink-soft text-sm">
          {item.schedule}
          {item.minutes > 0
            ? `. About ${minutesInWords(item.minutes)}${times > 1 ? ` each time, ${times} times` : ""}.`
            : "."}
        </p>
        {item.rangeLimit ? <p className="mt-1">How far: {item.rangeLimit}</p> : null}
        {item.inTurn ? <p className="mt-1">{item.inTurn}</p> : null}
        {item.note ? <p className="mt-1">{item.note}</p> : null}
      </div>
    </div>
  );
}

function loadInWords({ items, minutes }: PreviewDay): string {
  const count = items.reduce((sum, item) => sum + item.times, 0);
  if (count === 0) return "Nothing due";
  return `${count} ${count === 1 ? "thing" : "things"} to do, about ${minutesInWords(minutes)}`;
}

const minutesInWords = (minutes: number) => (minutes === 1 ? "1 minute" : `${minutes} minutes`);
