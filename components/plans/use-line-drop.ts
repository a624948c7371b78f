"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { placeLine, placeOfLine } from "@/lib/plans/builder-edits";
import { useBuilderTools } from "./builder-tools";
import { placeAmong } from "./line-drag";
import { FULL } from "./use-builder";

/** What a phase hears of a line over it: that it is there, has left, or was let go; `y` is a height on the screen. */
type Told = { is: "over" | "leave" | "drop"; key: string; y: number };

const NAME = "plumbline-line";
/** The phases a line can be let go in. */
export const PHASES = "[data-phase]";

/** Tells a phase of a line that is dragged. */
export function tellPhase(phase: HTMLElement, told: Told): void {
  phase.dispatchEvent(new CustomEvent<Told>(NAME, { detail: told }));
}

/**
 * Lets dragged lines down in a phase: before the line at the pointer's height, or after it in its lower half. `over` is the line it would
 * come to stand before, "end" for the end of the phase, and null while nothing is dragged over it.
 */
export function useLineDrop(phaseKey: string): { box: RefObject<HTMLElement | null>; over: string | null } {
  const { edit, say, titleOf, current } = useBuilderTools();
  const box = useRef<HTMLElement>(null);
  const [over, setOver] = useState<string | null>(null);

  useEffect(() => {
    const section = box.current;
    if (!section) return;
    section.dataset.phase = phaseKey;
    let last: string | null = null;
    /** Where it would come to stand; null where it stands already. */
    const placeAt = (y: number, key: string): string | null => {
      const rows = [...section.querySelectorAll<HTMLElement>("[data-line]")].map((row) => {
        const { top, height } = row.getBoundingClientRect();
        return { key: row.dataset.line ?? "", top, height };
      });
      const own = rows.findIndex((row) => row.key === key);
      const place = placeAmong(rows.toSpliced(own, own < 0 ? 0 : 1), y);
      return own >= 0 && place === (rows[own + 1]?.key ?? "end") ? null : place;
    };
    const nameOf = (key: string): string => {
      const place = placeOfLine(current(), key);
      const line = place && current().phases[place.phase]?.items[place.at];
      return line ? titleOf(line) : "";
    };
    const show = (place: string | null) => {
      if (place === last) return;
      last = place;
      setOver(place);
      const { title = "" } = current().phases.find(({ key }) => key === phaseKey) ?? {};
      if (place !== null) say(place === "end" ? `At the end of ${title}.` : `Before ${nameOf(place)}.`);
    };
    const onTold = (event: Event) => {
      const { is, key, y } = (event as CustomEvent<Told>).detail;
      const before = placeAt(y, key);
      show(is === "over" ? before : null);
      if (is !== "drop") return;
      if (before === null) say(`${nameOf(key)}: stays where it was.`);
      else {
        edit(
          (body) => placeLine(body, key, { phaseKey, before: before === "end" ? null : before }),
          `${nameOf(key)}: moved.`,
          FULL,
        );
      }
    };
    section.addEventListener(NAME, onTold);
    return () => section.removeEventListener(NAME, onTold);
  }, [phaseKey, edit, say, titleOf, current]);

  return { box, over };
}
