import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { Handout } from "@/lib/export/handout";
import { type HandoutChoices, pdfHref, withChoices } from "./handout-hrefs";
import { HandoutSheet } from "./handout-sheet";
import { PrintButton } from "./print-button";

type Props = {
  handout: Handout;
  choices: HandoutChoices;
  /** The address of this page without its choices. */
  path: string;
  back: { href: string; label: string };
};

/** The sheet with what can be done with it above; only the sheet is printed. */
export function HandoutView({ handout, choices, path, back }: Props) {
  const isLarge = choices.size === "large";
  const other = withChoices(path, { ...choices, size: isLarge ? "normal" : "large" });
  return (
    <>
      <div className="no-print mb-6">
        <TextLink
          quiet
          href={back.href}
          className="-ms-1 mb-2 inline-flex min-h-11 items-center gap-1.5 px-1 font-medium"
        >
          <Icon name="arrow-start" className="size-5" />
          {back.label}
        </TextLink>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <PrintButton />
          {/* A file, not a page: fetched by the browser when it is asked for and not before. */}
          <a
            href={pdfHref(handout.planId, choices)}
            className="inline-flex min-h-11 items-center gap-2 font-semibold text-teal-ink underline underline-offset-4"
          >
            <Icon name="download" className="size-5" />
            Download as PDF
          </a>
          <TextLink href={other} className="inline-flex min-h-11 items-center">
            {isLarge ? "Normal print" : "Large print"}
          </TextLink>
        </div>
      </div>
      <HandoutSheet handout={handout} size={choices.size} />
    </>
  );
}
