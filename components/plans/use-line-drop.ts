"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { placeLine, placeOfLine } from "@/lib/plans/builder-edits";
import { useBuilderTools } from "./builder-tools";
import { FULL } from "./use-builder";

/**
 * Lets dragged lines down in a phase: before the line under the pointer, or after it in its lower half. `over` is the line it would
 * come to stand before, "end" for the end of the phase, and null while nothing is dragged over it.
 */
export function useLineDrop(phaseKey: string): { box: RefObject<HTMLElement | null>; over: string | null } {
  const { dragged, edit, titleOf, current } = useBuilderTools();
  const box = useRef<HTMLElement>(null);
  const [over, setOver] = useState<string | null>(null);

  useEffect(() => {
    const section = box.current;
    if (!section) return;
    const placeAt = (event: DragEvent): string => {
      const rows = [...section.querySelectorAll<HTMLElement>("[data-line]")];
      const below = rows.find((row) => {
        const { top, height } = row.getBoundingClientRect();
        return event.clientY < top + height / 2;
      });
      return below?.dataset.line ?? "end";
    };
    const onOver = (event: DragEvent) => {
      if (dragged.current === null) return;
      event.preventDefault();
      setOver(placeAt(event));
    };
    const onLeave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && section.contains(event.relatedTarget))) setOver(null);
    };
    const onDrop = (event: DragEvent) => {
      const key = dragged.current;
      // The handle is written anew with its line, and never hears that it was let go.
      dragged.current = null;
      setOver(null);
      if (key === null) return;
      event.preventDefault();
      const before = placeAt(event);
      const place = placeOfLine(current(), key);
      const line = place && current().phases[place.phase]?.items[place.at];
      if (!line || before === key) return;
      edit(
        (body) => placeLine(body, key, { phaseKey, before: before === "end" ? null : before }),
        `${titleOf(line)}: moved.`,
        FULL,
      );
    };
    section.addEventListener("dragover", onOver);
    section.addEventListener("dragleave", onLeave);
    section.addEventListener("drop", onDrop);
    return () => {
      section.removeEventListener("dragover", onOver);
      section.removeEventListener("dragleave", onLeave);
      section.removeEventListener("drop", onDrop);
    };
  }, [phaseKey, dragged, edit, titleOf, current]);

  return { box, over };
}
