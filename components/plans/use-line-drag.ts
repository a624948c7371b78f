"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { placeOfLine } from "@/lib/plans/builder-edits";
import { useBuilderTools } from "./builder-tools";
import { boxAt, type Drag, type DragStep, dragged, HOLD_MS, IDLE, scrollBy } from "./line-drag";
import { PHASES, tellPhase } from "./use-line-drop";

type LineDrag = {
  handle: RefObject<HTMLSpanElement | null>;
  /** What follows the pointer. */
  ghost: RefObject<HTMLDivElement | null>;
  /** What the line is called while it is lifted; null otherwise. */
  lifted: string | null;
};

/** Lets a line be taken by its handle: by a mouse, or by a finger or a pen that rests on it. Escape leaves it where it was. */
export function useLineDrag(lineKey: string): LineDrag {
  const { titleOf, current, say } = useBuilderTools();
  const handle = useRef<HTMLSpanElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const [lifted, setLifted] = useState<string | null>(null);

  useEffect(() => {
    const element = handle.current;
    if (!element) return;
    let drag: Drag = IDLE;
    let hold = 0;
    let frame = 0;
    let phase: HTMLElement | null = null;
    const title = () => {
      const place = placeOfLine(current(), lineKey);
      const line = place && current().phases[place.phase]?.items[place.at];
      return line ? titleOf(line) : "";
    };
    const row = () => element.closest<HTMLElement>("[data-line]");

    function follow() {
      if (drag.is !== "lifted") return;
      const { y } = drag.at;
      const boxes = [...document.querySelectorAll<HTMLElement>(PHASES)].map((one) => {
        const { top, bottom, left, right } = one.getBoundingClientRect();
        return { one, top, bottom, left, right };
      });
      const under = boxAt(boxes, drag.at)?.one ?? null;
      if (phase && phase !== under) tellPhase(phase, { is: "leave", key: lineKey, y });
      phase = under;
      if (phase) tellPhase(phase, { is: "over", key: lineKey, y });
    }
    function keepUp() {
      if (drag.is !== "lifted") return;
      const { x, y } = drag.at;
      // Beside a mouse, and above a finger, which hides what is under it.
      ghost.current?.style.setProperty("left", `${x + 14}px`);
      ghost.current?.style.setProperty("top", `${drag.isMouse ? y + 14 : Math.max(8, y - 72)}px`);
      const by = scrollBy(y, window.innerHeight);
      if (by !== 0) {
        window.scrollBy({ top: by, behavior: "instant" });
        follow();
      }
      frame = window.requestAnimationFrame(keepUp);
    }
    function go(step: DragStep) {
      const before = drag;
      drag = dragged(drag, step);
      if (drag.is === "idle" || drag.is === "lifted") window.clearTimeout(hold);
      if (drag.is === "lifted" && before.is !== "lifted") {
        setLifted(title());
        row()?.style.setProperty("opacity", "0.45");
        say(`${title()}: lifted. Let it go where it is to stand; Escape leaves it.`);
        if (!drag.isMouse) navigator.vibrate?.(15);
        frame = window.requestAnimationFrame(keepUp);
      }
      // A finger that only rests has not yet gone anywhere.
      if (drag.is === "lifted" && (drag.isMouse || before.is === "lifted")) follow();
      if (drag.is === "idle" && before.is === "lifted") {
        window.cancelAnimationFrame(frame);
        row()?.style.removeProperty("opacity");
        setLifted(null);
      }
    }
    function leave() {
      const wasLifted = drag.is === "lifted";
      go({ do: "end" });
      if (!wasLifted) return;
      if (phase) tellPhase(phase, { is: "leave", key: lineKey, y: 0 });
      phase = null;
      say(`${title()}: stays where it was.`);
    }

    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const isMouse = event.pointerType === "mouse";
      element.setPointerCapture(event.pointerId);
      go({ do: "press", at: { x: event.clientX, y: event.clientY }, isMouse });
      if (!isMouse) hold = window.setTimeout(() => go({ do: "held" }), HOLD_MS);
    };
    const onMove = (event: PointerEvent) => {
      if (drag.is !== "idle") go({ do: "move", at: { x: event.clientX, y: event.clientY } });
    };
    const onUp = (event: PointerEvent) => {
      if (drag.is !== "lifted" || !phase) return leave();
      const target = phase;
      go({ do: "end" });
      phase = null;
      tellPhase(target, { is: "drop", key: lineKey, y: event.clientY });
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || drag.is !== "lifted") return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    };
    // A browser that has begun to scroll takes the finger away; under a lifted line it is not to begin.
    const onTouch = (event: TouchEvent) => {
      if (drag.is === "lifted" && event.cancelable) event.preventDefault();
    };
    const onMenu = (event: Event) => {
      if (drag.is !== "idle") event.preventDefault();
    };
    element.addEventListener("pointerdown", onDown);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerup", onUp);
    element.addEventListener("pointercancel", leave);
    element.addEventListener("touchmove", onTouch, { passive: false });
    element.addEventListener("contextmenu", onMenu);
    window.addEventListener("keydown", onKey, { capture: true });
    return () => {
      go({ do: "end" });
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("pointercancel", leave);
      element.removeEventListener("touchmove", onTouch);
      element.removeEventListener("contextmenu", onMenu);
      window.removeEventListener("keydown", onKey, { capture: true });
    };
  }, [lineKey, titleOf, current, say]);

  return { handle, ghost, lifted };
}
