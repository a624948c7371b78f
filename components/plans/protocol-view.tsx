import { Icon } from "@/components/ui/icon";
import { PlumbItem, PlumbLine } from "@/components/ui/plumb-line";
import { doseInWords, scheduleInWords } from "@/lib/plans/dosage";
import { phaseLengthInWords } from "@/lib/plans/phase-words";
import type { ProtocolView as Protocol } from "@/lib/plans/queries/protocols";
import { KIND_ICONS, KIND_WORDS } from "./kind-words";
import { PhaseCriteriaNote } from "./phase-criteria";

type Phase = Protocol["body"]["phases"][number];

/** A protocol in full, phase by phase. */
export function ProtocolView({ protocol }: { protocol: Protocol }) {
  const { body, titles } = protocol;
  return (
    <>
      <p className="measure mb-2">{body.summary}</p>
      <p className="measure mb-6 text-ink-soft text-sm">{body.basis}</p>
      <PlumbLine label="Phases of the protocol">
        {body.phases.map((phase, at) => (
          <PlumbItem key={phase.key} className="pb-6">
            <h2 className="text-base">{phase.title}</h2>
            <p className="text-ink-soft text-sm">
              {capitalised(phaseLengthInWords(phase.weeks, at === body.phases.length - 1))}
            </p>
            {phase.aim ? <p className="measure mt-1">{phase.aim}</p> : null}
            <PhaseCriteriaNote criteria={phase.criteria} />
            <ul className="mt-2 divide-y divide-rule">
              {phase.items.map((item) => (
                <Line key={item.key} item={item} title={titles[`${item.kind}/${item.slug}`]} />
              ))}
            </ul>
          </PlumbItem>
        ))}
      </PlumbLine>
    </>
  );
}

function Line({ item, title }: { item: Phase["items"][number]; title: string | undefined }) {
  return (
    <li className="flex gap-3 py-2">
      <Icon name={KIND_ICONS[item.kind]} label={KIND_WORDS[item.kind]} className="mt-0.5 size-5 text-teal-ink" />
      <div className="min-w-0">
        <p className="font-semibold leading-snug">{title ?? `${item.slug} (no longer in the library)`}</p>
        <p>
          {item.dose ? `${doseInWords(item.dose)}. ` : null}
          {scheduleInWords(item.schedule)}.
          {item.rangeLimit ? <span className="text-ink-soft"> How far: {item.rangeLimit}.</span> : null}
        </p>
        {item.note ? <p className="measure text-ink-soft">{item.note}</p> : null}
      </div>
    </li>
  );
}

const capitalised = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
