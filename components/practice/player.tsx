"use client";

import type { ReactNode } from "react";
import { useOutgoing } from "@/components/offline/use-outgoing";
import { lineName } from "@/lib/practice/line-name";
import type { SessionLine } from "@/lib/practice/player-session";
import { PlayerButton } from "./player-button";
import { PlayerIntro, type Remark } from "./player-intro";
import { type PlayerPictures, pictureFor } from "./player-pictures";
import { PlayerSession } from "./player-session";
import { PlayerShell } from "./player-shell";
import { useOpenSession } from "./use-open-session";

type Props = {
  who: string;
  day: string;
  /** The portal's clock, ISO. */
  now: string;
  lines: readonly SessionLine[];
  /** What the clinician said of each line, and its pictures, by its name. */
  remarks: Readonly<Record<string, Remark>>;
  pictures: Readonly<Record<string, PlayerPictures>>;
  /** Shown when there is nothing to do. */
  nothing: ReactNode;
};

/** The session of the day, one exercise at a time, from the first look to what was done. */
export function Player({ who, day, now, lines, remarks, pictures, nothing }: Props) {
  const { outgoing, state } = useOutgoing(who);
  const opened = useOpenSession({ who, day, now, lines });
  const [first] = lines;
  if (opened?.session && outgoing) {
    const { session, aheadMs } = opened;
    const own = { who, outgoing, sending: state, aheadMs, remarks, pictures };
    return <PlayerSession key={session.id} opened={session} {...own} />;
  }
  if (opened || !first) return nothing;
  const shown = pictures[lineName(first)];
  return (
    <PlayerShell
      progress={{ value: 1, max: lines.length, label: "Exercise" }}
      footer={
        <PlayerButton icon="play" disabled>
          Start
        </PlayerButton>
      }
    >
      <PlayerIntro
        eyebrow="First"
        title={first.title}
        insteadOf={null}
        dose={first.dose}
        remark={remarks[lineName(first)]}
        picture={pictureFor(shown, null, false)?.shown}
        guide={shown?.guide}
      />
    </PlayerShell>
  );
}
