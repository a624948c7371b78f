"use client";

import { unstable_rethrow } from "next/navigation";
import { useRef, useState } from "react";
import type { Result } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { PHOTO_BYTES_MOST, photoProblem, TOO_LARGE } from "@/lib/library/photo-kind";

export type UploadPhotoAction = (input: {
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
}) => Promise<Result<{ mediaId: string }>>;

type Sending = { id: string; bytes: Uint8Array<ArrayBuffer> };

const UNREAD = "This file could not be read. Choose it again.";
const LOST = "We cannot reach the portal. Check your connection and try again. What you typed is still here.";

/**
 * Puts a chosen photo in. What can be seen here to be wrong with it is said at once; what was lost on the way can be sent
 * again, under the id it had.
 */
export function useUploading(upload: UploadPhotoAction, done: (mediaId: string) => void) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [lost, setLost] = useState<Sending | null>(null);
  const busy = useRef(false);

  async function send(sending: Sending): Promise<void> {
    let result: Result<{ mediaId: string }> | null = null;
    try {
      result = await upload(sending);
    } catch (error) {
      unstable_rethrow(error);
    }
    if (result?.ok) {
      done(result.value.mediaId);
      return;
    }
    setProblem(result ? (result.fieldErrors.bytes ?? result.message) : LOST);
    if (!result || result.code === "unavailable") setLost(sending);
  }

  /** One at a time, and nothing of the one before is left standing. */
  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setProblem(undefined);
    setLost(null);
    try {
      await work();
    } finally {
      busy.current = false;
      setPending(false);
    }
  }

  const choose = (file: File) =>
    alone(async () => {
      if (file.size > PHOTO_BYTES_MOST) return setProblem(TOO_LARGE);
      let bytes: Uint8Array<ArrayBuffer>;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch {
        return setProblem(UNREAD);
      }
      const wrong = photoProblem(bytes);
      if (wrong) return setProblem(wrong);
      await send({ id: newId(), bytes });
    });

  const tryAgain = async () => {
    if (lost) await alone(() => send(lost));
  };

  return { pending, problem, canTryAgain: lost !== null && !pending, choose, tryAgain };
}
