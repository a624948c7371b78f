import { Icon } from "@/components/ui/icon";

/** A link to a file of the portal, in the look of a button. */
export function InstrumentDownload({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      download
      className="inline-flex min-h-11 items-center justify-center gap-2 rounded-md border-[1.5px] border-rule-strong bg-raised px-4.5 py-2 font-semibold text-ink leading-tight hover:border-teal hover:text-teal-ink"
    >
      <Icon name="download" className="size-[1.25em]" />
      <span>{children}</span>
    </a>
  );
}
