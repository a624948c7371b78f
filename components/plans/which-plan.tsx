import { PageHeader, type PageHeaderProps } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";

type Props = Pick<PageHeaderProps, "title" | "back"> & {
  lead: string;
  plans: readonly { planId: string; name: string; href: string; detail?: string }[];
};

/** A page of one plan, asked for without saying which: the plans to choose from. */
export function WhichPlan({ title, back, lead, plans }: Props) {
  return (
    <>
      <PageHeader title={title} back={back} lead={lead} />
      <ul aria-label="Plans" className="grid max-w-2xl gap-3">
        {plans.map(({ planId, name, href, detail }) => (
          <li key={planId} className="rounded-lg border border-rule bg-raised px-4 py-2 shadow-card">
            <TextLink href={href} className="tap inline-flex items-center font-semibold">
              {name}
            </TextLink>
            {detail ? <p className="text-ink-soft text-sm">{detail}</p> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
