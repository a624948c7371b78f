import type { Drawing } from "@/lib/movement/drawing";

type Props = {
  frame: Omit<Drawing, "shapes">;
  /** Made by lib/movement/svg.ts alone: path commands, numbers and names of tones. */
  markup: string;
  /** The length of one repetition, for whoever drives it. */
  seconds?: number;
  className?: string;
};

/**
 * A drawing in the page. Its hundreds of paths go as one text: as elements, the server would send them a second time as data and in
 * pieces, and React would park the pieces in an SVG with a style of its own, which the content security policy refuses.
 */
export function InlineSvg({ frame: { width, height, skin, cropped }, markup, seconds, className = "" }: Props) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`figure figure-body-${skin} ${cropped ? "overflow-hidden" : "overflow-visible"} ${className}`}
      aria-hidden="true"
      focusable="false"
      data-seconds={seconds}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing in it was written by a person (see above).
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}
