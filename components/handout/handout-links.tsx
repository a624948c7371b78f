import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { pdfHref, withChoices } from "./handout-hrefs";

/** The way to the handout of one of several plans. */
export function HandoutLink({ href, name }: { href: string; name: string }) {
  return (
    <ButtonLink href={href} variant="secondary" size="sm" icon="note">
      Handout
      <span className="sr-only">: {name}</span>
    </ButtonLink>
  );
}

/** The ways to put a plan in force on paper. `path` is the page that prints. */
export function HandoutLinks({ planId, path }: { planId: string; path: string }) {
  const link = "inline-flex min-h-11 items-center gap-1.5 font-semibold text-teal-ink underline underline-offset-4";
  return (
    <nav aria-label="Handout" className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <ButtonLink href={path} variant="secondary" icon="note">
        Handout to print
      </ButtonLink>
      <a href={pdfHref(planId, { size: "normal", text: "published" })} className={link}>
        <Icon name="download" className="size-5" />
        PDF
      </a>
      <TextLink
        href={withChoices(path, { size: "large", text: "published" })}
        className="inline-flex min-h-11 items-center"
      >
        Large print
      </TextLink>
    </nav>
  );
}
