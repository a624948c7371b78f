"use client";

import { useState } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { SpokenPiece } from "@/lib/library/read-aloud";
import { ArticleContents } from "./article-contents";
import { ListenControls, NoSpeech } from "./listen";
import { useReadingRoom } from "./reading-room";
import { useSpeech } from "./use-speech";

/**
 * What stays at the top while an article is read: its contents, its voice, and how far the reader has come. The page keeps a margin
 * free for it when it scrolls to something; what stands in that margin takes it back, or reaching for it would move the page.
 */
export function ReadingBar(props: { pieces: readonly SpokenPiece[] }) {
  const [pieces] = useState(props.pieces);
  const { contents, reached, setHeard } = useReadingRoom();
  const speech = useSpeech(pieces, setHeard);
  return (
    <>
      <div className="no-print **:-scroll-my-20 sticky top-0 z-10 -mx-1 mb-5 border-rule border-b bg-paper px-1 pb-2">
        <div className="flex flex-wrap items-center justify-between gap-x-4 py-1">
          <ArticleContents />
          <ListenControls speech={speech} />
        </div>
        <ProgressBar
          hideLabel
          label="How far you have read"
          value={reached}
          max={contents.length}
          valueText={`${reached} of ${contents.length} parts`}
        />
      </div>
      <NoSpeech support={speech.support} state={speech.state} />
    </>
  );
}
