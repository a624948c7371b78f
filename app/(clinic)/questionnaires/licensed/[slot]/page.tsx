import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { bringInWords } from "@/app/(clinic)/questionnaires/actions";
import { LicensedExpected } from "@/components/questionnaires/licensed-expected";
import { LicensedForm } from "@/components/questionnaires/licensed-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { orNotFound, requireActor } from "@/lib/access/session";
import { MOST_BYTES } from "@/lib/questionnaires/licensed/read-licensed-text";
import { licensedSlot } from "@/lib/questionnaires/licensed/slots";
import { getShelf } from "@/lib/questionnaires/queries/shelf";

type Props = { params: Promise<{ slot: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireActor("clinician");
  const slot = licensedSlot((await params).slot);
  return { title: slot ? `Words of the ${slot.shortTitle}` : "We could not find that" };
}

export default async function LicensedPage({ params }: Props) {
  const actor = await requireActor("clinician");
  const slot = licensedSlot((await params).slot);
  if (!slot) notFound();
  const kept = (await orNotFound(getShelf(actor, {}))).find(({ slug }) => slug === slot.slug);
  return (
    <>
      <PageHeader
        title={slot.title}
        eyebrow="Bring in licensed words"
        back={{ href: "/questionnaires", label: "Questionnaires" }}
      />
      {kept ? (
        <Notice tone="info" title="Your clinic has words for this already." className="mb-6">
          New words become version {kept.versionNumber + 1}. Answers that were given keep the version they were given
          to. <TextLink href={`/questionnaires/${slot.slug}`}>See version {kept.versionNumber}</TextLink>
        </Notice>
      ) : null}
      <div className="grid items-start gap-10 xl:grid-cols-2">
        <LicensedExpected slot={slot} />
        <section aria-labelledby="bring-in">
          <h2 id="bring-in" className="mb-3 text-xl">
            Bring in your words
          </h2>
          <LicensedForm
            slot={slot.slug}
            rules={slot.rules}
            first={{
              reference: kept?.licenceReference ?? "",
              rule: kept?.rule ?? slot.defaultRule,
              recall: kept?.recall ?? slot.recall,
            }}
            mostBytes={MOST_BYTES}
            bringIn={bringInWords}
          />
        </section>
      </div>
    </>
  );
}
