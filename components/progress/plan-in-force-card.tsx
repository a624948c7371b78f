import { Card, CardTitle } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/core/calendar";
import type { ItemKind } from "@/lib/plans/vocabulary";
import { positionInWords } from "@/lib/progress/person-words";
import type { PlanInForce } from "@/lib/progress/plan-in-force";

const ICONS: Record<ItemKind, IconName> = { exercise: "exercise", article: "book", questionnaire: "question" };

type Props = { plan: PlanInForce; href: string; writing: { by: string; href: string } | null };

/** The phase the patient is in and what it asks for; and that a change of the plan is being written. */
export function PlanInForceCard({ plan, href, writing }: Props) {
  const { name, position, lines } = plan;
  return (
    <Card as="section" pad="sm">
      <CardTitle actions={<TextLink href={href}>Plan, version {position.version}</TextLink>}>{name}</CardTitle>
      {writing ? (
        <p className="mb-2 text-sm">
          A change is being written by <bdi>{writing.by}</bdi>.{" "}
          <TextLink href={writing.href}>
            Go on writing<span className="sr-only">: {name}</span>
          </TextLink>
        </p>
      ) : null}
      <p className="font-medium">{positionInWords({ ...position, others: 0 })}</p>
      <p className="text-ink-soft text-sm">
        {position.phase ? `${position.phase.title}. ` : null}
        {datesInWords(plan)}
      </p>
      <ul className="mt-3 divide-y divide-rule border-rule border-t">
        {lines.map((line) => (
          <li key={line.key} className="flex gap-2.5 py-2">
            <Icon name={ICONS[line.kind]} className="mt-0.5 size-5 text-ink-soft" />
            <span className="min-w-0">
              <span className="block font-medium">{line.title}</span>
              <span className="block text-ink-soft text-sm">
                {line.dose ? `${line.dose}. ` : null}
                {line.schedule}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function datesInWords({ position }: PlanInForce) {
  const { state, startsOn, endsOn, phase } = position;
  if (state === "ahead") return `Begins ${formatDay(startsOn, "short")}.`;
  if (state === "ended" && endsOn) return `${formatDay(startsOn, "short")} to ${formatDay(endsOn, "short")}.`;
  const until = phase?.endsOn ? ` This phase ends ${formatDay(phase.endsOn, "short")}.` : "";
  return `The plan began ${formatDay(startsOn, "short")}.${until}`;
}
