"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { forgetOwn, keepOwn, keptOwn } from "@/components/access/own-storage";
import type { SectionHead } from "@/lib/library/article-sections";

type Room = {
  contents: readonly SectionHead[];
  /** The part in sight; null above the first. */
  current: string | null;
  /** How many parts have been reached, on this visit or on one before it. */
  reached: number;
  /** Where the reader stopped last time, until the end of this visit; null when there is nothing to go on with. */
  stoppedAt: SectionHead | null;
  /** The part that is being read aloud. */
  heard: string | null;
  setHeard: (slug: string | null) => void;
};

const RoomContext = createContext<Room>({
  contents: [],
  current: null,
  reached: 0,
  stoppedAt: null,
  heard: null,
  setHeard: () => undefined,
});

export const useReadingRoom = () => useContext(RoomContext);

/**
 * A part counts as reached once its heading stands in the upper third of the screen, and in any case where a jump to it puts it:
 * under the bar, in the largest text. A share of the height, and pixels; on a very tall screen nobody reads all of it at once.
 */
const READING_LINE = { share: 0.3, least: 220, most: 420 };

function partInSight(contents: readonly SectionHead[]): number {
  const { share, least, most } = READING_LINE;
  const line = Math.min(most, Math.max(least, window.innerHeight * share));
  return contents.findLastIndex(({ slug }) => {
    const top = document.getElementById(slug)?.getBoundingClientRect().top;
    return top !== undefined && top <= line;
  });
}

type Props = {
  /** The line of the plan through all its versions: what the place is kept under. */
  itemKey: string;
  contents: readonly SectionHead[];
  isRead: boolean;
  children: ReactNode;
};

/** Where the reader is in an article, how far they have come, and what is being read aloud. The place is kept on this device. */
export function ReadingRoom({ itemKey, isRead, children, ...props }: Props) {
  // What is given to read stays the same through a visit; the page around it may be drawn anew.
  const [contents] = useState(props.contents);
  const name = `read.${itemKey}`;
  const [current, setCurrent] = useState(-1);
  const [reached, setReached] = useState(0);
  const [stoppedAt, setStoppedAt] = useState<SectionHead | null>(null);
  const [heard, setHeard] = useState<string | null>(null);

  const reach = useCallback((index: number) => setReached((before) => Math.max(before, index + 1)), []);

  useEffect(() => {
    if (isRead) {
      forgetOwn("localStorage", name);
      reach(contents.length - 1);
      return;
    }
    const slug = keptOwn("localStorage", name);
    const index = contents.findIndex((head) => head.slug === slug);
    reach(index);
    if (index > 0) setStoppedAt(contents[index] ?? null);
  }, [name, isRead, contents, reach]);

  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const index = partInSight(contents);
      setCurrent(index);
      reach(index);
    };
    const ask = () => {
      frame ||= requestAnimationFrame(look);
    };
    window.addEventListener("scroll", ask, { passive: true });
    // The reader may have gone on before the page could listen, or come by a link to a part.
    if (window.scrollY > 0) ask();
    return () => {
      window.removeEventListener("scroll", ask);
      cancelAnimationFrame(frame);
    };
  }, [contents, reach]);

  useEffect(() => {
    const index = contents.findIndex((head) => head.slug === heard);
    if (index >= 0) reach(index);
  }, [heard, contents, reach]);

  useEffect(() => {
    const slug = contents[reached - 1]?.slug;
    if (slug && !isRead) keepOwn("localStorage", name, slug);
  }, [reached, contents, isRead, name]);

  const room = useMemo(
    () => ({ contents, current: contents[current]?.slug ?? null, reached, stoppedAt, heard, setHeard }),
    [contents, current, reached, stoppedAt, heard],
  );
  return <RoomContext value={room}>{children}</RoomContext>;
}
