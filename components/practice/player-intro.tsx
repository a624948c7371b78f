import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { doseInWords } from "@/lib/plans/dosage";
import type { Dose } from "@/lib/plans/schemas";

/** What the clinician said of a line: why it was given, and how far to move; "" when nothing was said. */
export type Remark = { note: string; rangeLimit: string };

type Props = {
  eyebrow: string;
  title: string;
  /** What it stands in for, when it is the easier version. */
  insteadOf: string | null;
  dose: Dose;
  remark: Remark | undefined;
  picture: ReactNode;
  guide: ReactNode;
  children?: ReactNode;
};

/** What comes next: its name, its picture, how much, and how it is done for who wants to read it. */
export function PlayerIntro({ eyebrow, title, insteadOf, dose, remark, picture, guide, children }: Props) {
  return (
    <div className="grid gap-5 flat:grid-cols-2 flat:items-start">
      <div>
        <p className="text-ink-soft">{insteadOf ? `Instead of: ${insteadOf}` : eyebrow}</p>
        <h1 className="text-2xl">{title}</h1>
      </div>
      <div className="empty:hidden flat:col-start-2 flat:row-span-4 flat:row-start-1">{picture}</div>
      <div className="rounded-lg bg-teal-wash p-5">
        <p className="font-semibold text-xl leading-snug">{doseInWords(dose)}</p>
        {remark?.rangeLimit ? <Said by="How far">{remark.rangeLimit}</Said> : null}
        {remark?.note ? <Said by="From your physiotherapist">{remark.note}</Said> : null}
      </div>
      {children}
      <div className="flat:col-span-2">
        <Disclosure summary="How to do it">
          <div className="pt-3">{guide}</div>
        </Disclosure>
      </div>
    </div>
  );
}

function Said({ by, children }: { by: string; children: string }) {
  return (
    <p className="mt-2">
      <span className="font-semibold">{by}: </span>
      {children}
    </p>
  );
}
