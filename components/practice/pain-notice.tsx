import { Notice } from "@/components/ui/notice";
import { painAdvice } from "@/lib/practice/pain-advice";

/** What to do after more pain than the exercise allows; nothing when it was within the limit. */
export function PainNotice(props: { painNrs: number | null; painCeiling: number; live?: boolean }) {
  const advice = painAdvice(props);
  if (!advice) return null;
  return (
    <Notice tone="safety" title={advice.title} live={props.live}>
      <ul className="mt-2 grid list-disc gap-2 ps-5">
        {advice.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p className="mt-3 font-semibold">{advice.help}</p>
    </Notice>
  );
}
