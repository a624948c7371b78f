import type { Metadata } from "next";
import { ContactSheet } from "@/components/library/contact-sheet";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/access/session";
import { searchLibrary } from "@/lib/library/queries/search";

export const metadata: Metadata = { title: "Figures" };

type Props = { searchParams: Promise<{ side?: string | string[] }> };

export default async function FiguresPage({ searchParams }: Props) {
  const actor = await requireActor("clinician");
  const rows = await orNotFound(searchLibrary(actor, { kind: "exercise" }));
  const isOther = (await searchParams).side === "other";
  return (
    <>
      <PageHeader
        title="Figures"
        lead="Every exercise that is drawn: how it starts, how it ends, and how it moves."
        back={{ href: "/library", label: "Library" }}
        actions={
          <ButtonLink href={isOther ? "/library/figures" : "/library/figures?side=other"} variant="secondary">
            {isOther ? "Show the first side" : "Show the other side"}
          </ButtonLink>
        }
      />
      <ContactSheet rows={rows} mirrored={isOther} />
    </>
  );
}
