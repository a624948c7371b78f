"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { kept } from "@/components/offline/kept";
import { useOutgoing } from "@/components/offline/use-outgoing";
import { FocusShell } from "@/components/shell/focus-shell";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/core/calendar";
import { lineName } from "@/lib/practice/line-name";
import type { LogView } from "@/lib/practice/queries/exercise";
import { occasionInWords } from "@/lib/practice/today-words";
import type { Outcome } from "@/lib/practice/vocabulary";
import { GuideFooter } from "./guide-footer";
import { LogForm } from "./log-form";
import { PainNotice } from "./pain-notice";
import { SavedFooter, SaveFooter } from "./save-footer";
import { type RecordAction, useLogForm } from "./use-log-form";
import { waitingOccasions } from "./waiting-occasions";

type Props = {
  who: string;
  view: LogView;
  timeZone: string;
  closeHref: string;
  record: RecordAction;
  children: ReactNode;
};

/** Whether this device had something to say of an occasion already when its page was opened, which waits to be sent. */
function useWasTold(who: string, { itemId, day, occasion, isAsNeeded }: LogView): boolean {
  const { state } = useOutgoing(who);
  const [wasTold, setWasTold] = useState<boolean | null>(null);
  useEffect(() => {
    if (wasTold !== null || !state.isReady) return;
    const name = lineName({ itemId, dueOn: day, occasion });
    setWasTold(!isAsNeeded && waitingOccasions(state.items).has(name));
  }, [wasTold, state, itemId, day, occasion, isAsNeeded]);
  return wasTold === true;
}

/** One exercise: first how it is done, then how it went, and after too much pain what to do about it. `children` is the guide. */
export function LogScreen({ who, view, timeZone, closeHref, record, children }: Props) {
  const router = useRouter();
  const formId = useId();
  const [step, setStep] = useState<"guide" | "log" | "advice">("guide");
  const [pain, setPain] = useState<number | null>(null);
  const heading = useRef<HTMLDivElement>(null);
  const wasTold = useWasTold(who, view);
  const onward = view.next?.href ?? closeHref;

  const keep = kept({ who, kind: "practice.record", words: view.title }, record);
  const log = useLogForm(view, timeZone, keep, (values) => {
    const told = values.painNrs === null || values.painNrs === "" ? null : Number(values.painNrs);
    setPain(told);
    if (told !== null && told > view.painCeiling) setStep("advice");
    else router.push(onward);
  });

  useEffect(() => {
    if (log.wasKept) setStep("log");
  }, [log.wasKept]);

  useEffect(() => {
    if (step === "guide") return;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [step]);

  function tell(outcome: Outcome) {
    log.form.setValue("outcome", outcome);
    log.fitAmounts(outcome);
    setStep("log");
  }

  const day = view.isToday ? null : formatDay(view.day);
  return (
    <FocusShell
      title={view.title}
      closeHref={closeHref}
      closeLabel="Close"
      progress={
        view.position
          ? { ...view.position, label: view.occasion > 1 ? `${occasionInWords(view.occasion)} today` : "Exercise" }
          : undefined
      }
      footer={
        step === "guide" && wasTold ? (
          <SavedFooter next={view.next} closeHref={closeHref} />
        ) : step === "guide" ? (
          <GuideFooter tell={tell} />
        ) : step === "log" ? (
          <SaveFooter
            formId={formId}
            isSending={log.isSending}
            hasNext={view.next !== null}
            back={() => setStep("guide")}
          />
        ) : (
          <SavedFooter next={view.next} closeHref={closeHref} />
        )
      }
    >
      {day ? <p className="mb-4 text-ink-soft">For {day}</p> : null}
      {wasTold && step === "guide" ? (
        <div className="mb-5">
          <Notice tone="info" title="You have noted this already" live>
            <p>
              It waits on this device until there is a network.{" "}
              <TextLink href="/me/waiting" className="tap inline-flex items-center">
                Show what waits
              </TextLink>
            </p>
          </Notice>
        </div>
      ) : null}
      {!view.isDue && !view.isAsNeeded && view.isToday ? (
        <p className="mb-4 text-ink-soft">This is not on today's list. If you did it all the same, you can note it.</p>
      ) : null}
      <div hidden={step !== "guide"}>{children}</div>
      <div ref={heading} tabIndex={-1} hidden={step === "guide"} className="outline-none">
        {step === "advice" ? (
          <PainNotice painNrs={pain} painCeiling={view.painCeiling} live />
        ) : (
          <LogForm id={formId} log={log} dose={view.dose} asksTime={!view.isToday} />
        )}
      </div>
    </FocusShell>
  );
}
