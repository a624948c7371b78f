import Link from "next/link";
import type { AnswerGroup } from "@/lib/questionnaires/answer-groups";
import type { ResponseDetail } from "@/lib/questionnaires/response-detail";

type Props = { patientId: string; groups: readonly AnswerGroup<ResponseDetail>[]; chosen: string | null };

const LINK =
  "inline-flex min-h-9 items-center gap-1.5 rounded-md border-[1.5px] border-rule-strong bg-raised px-3 py-1 text-sm hover:border-teal aria-[current]:border-teal aria-[current]:bg-teal-wash aria-[current]:font-semibold pointer-coarse:min-h-11";

/** Keeps the answers to one questionnaire. Each choice is an address. */
export function AnswersFilter({ patientId, groups, chosen }: Props) {
  const base = `/patients/${patientId}/answers`;
  const choices = groups.map(({ instrumentId, title, open, folded }) => ({
    id: instrumentId,
    title,
    count: open.length + folded.length,
    href: `${base}?of=${instrumentId}`,
  }));
  const all = choices.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav aria-label="Questionnaires">
      <ul className="flex flex-wrap gap-1.5">
        {[{ id: null, title: "All", count: all, href: base }, ...choices].map(({ id, title, count, href }) => (
          <li key={href}>
            <Link href={href} scroll={false} aria-current={id === chosen ? "page" : undefined} className={LINK}>
              {title} <span className="numeric text-ink-soft">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
