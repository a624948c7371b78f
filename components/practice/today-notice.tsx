import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/core/calendar";
import type { RestingToday } from "@/lib/practice/queries/today";
import type { Today } from "@/lib/practice/today";
import { doneInWords } from "@/lib/practice/today-words";

type Props = { today: Today; resting: readonly RestingToday[]; resume?: ReactNode };

/** What kind of day it is, when that needs saying: finished, resting, paused with the way back, or outside of a plan. */
export function TodayNotice({ today, resting, resume }: Props) {
  const day = today.changesOn ? formatDay(today.changesOn) : null;
  switch (today.state) {
    case "due":
      return isExercised(today) ? (
        <Calm icon="check" title="Your exercises are done for today">
          <p>{doneInWords(today)}</p>
        </Calm>
      ) : null;
    case "none":
      return (
        <EmptyState icon="today" title="Your plan is on its way">
          Your physiotherapist is putting it together. It will be here when it is ready
          {today.questions.length > 0
            ? ". Until then, some questions wait for you below."
            : ", and there is nothing you need to do."}
        </EmptyState>
      );
    case "before":
      return (
        <EmptyState icon="today" title={`Your plan begins on ${day}`}>
          {today.questions.length > 0 ? "Until then, some questions wait for you below." : "Nothing to do until then."}
        </EmptyState>
      );
    case "ended":
      return (
        <EmptyState
          icon="flag"
          title={day ? `Your plan ended on ${day}` : "Your plan has ended"}
          action={<TextLink href="/history">Look back at what you did</TextLink>}
        >
          If you would like to go on, or something has come back, ask your clinic.
        </EmptyState>
      );
    case "paused":
      return (
        <Calm icon="rest" title={resting.length > 1 ? "Your plans are paused" : "Your plan is paused"}>
          <p>
            {day ? `${resting.length > 1 ? "The first" : "It"} goes on by itself on ${day}. ` : null}
            Nothing is due until {day ? "then" : "you go on"}, and these days do not count against you.
          </p>
          {resume}
        </Calm>
      );
    case "rest":
      return (
        <Calm icon="rest" title="Rest day">
          <p>Rest days count. Your body uses them to get stronger.</p>
          <NextDay today={today} />
        </Calm>
      );
    case "finished":
      return (
        <Calm icon="check" title="That is everything for today">
          <p>{doneInWords(today)}</p>
          <NextDay today={today} />
        </Calm>
      );
  }
}

const isExercised = ({ exercises }: Today) => exercises.every((exercise) => exercise.state !== "due");

function NextDay({ today }: { today: Today }) {
  return today.nextOn ? <p className="text-ink-soft">Your next exercises are on {formatDay(today.nextOn)}.</p> : null;
}

function Calm(props: { icon: "rest" | "check"; title: string; children: ReactNode }) {
  return (
    <Card as="section" className="mb-7 flex gap-4">
      <span className="grid size-12 flex-none place-items-center rounded-full bg-teal-wash text-teal-ink">
        <Icon name={props.icon} className="size-6.5" />
      </span>
      <div className="min-w-0">
        <h2 className="text-xl">{props.title}</h2>
        <div className="mt-1 grid gap-1">{props.children}</div>
      </div>
    </Card>
  );
}
