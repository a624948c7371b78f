"use client";

import { useOptimistic, useState, useTransition } from "react";
import { useIsReady } from "@/components/access/use-acting";
import { Icon } from "@/components/ui/icon";
import type { FavouriteAction } from "./library-actions";

type Props = { itemId: string; title: string; isOn: boolean; favourite: FavouriteAction };

/** A star that is filled at once. What could not be kept goes back to how it was, and says why. */
export function FavouriteButton({ itemId, title, isOn, favourite }: Props) {
  const isReady = useIsReady();
  const [, startTransition] = useTransition();
  const [shown, setShown] = useOptimistic(isOn);
  const [problem, setProblem] = useState<string | null>(null);
  const press = () => {
    setProblem(null);
    startTransition(async () => {
      setShown(!shown);
      const result = await favourite({ itemId, on: !shown }).catch(() => null);
      if (!result?.ok) setProblem(result?.message ?? "We cannot reach the portal. Try again in a moment.");
    });
  };
  return (
    <>
      <button
        type="button"
        disabled={!isReady}
        aria-pressed={shown}
        onClick={press}
        title="Favourite"
        className="tap grid flex-none place-items-center rounded-full text-ink-soft hover:text-ink"
      >
        <Icon
          name="star"
          label={`Favourite: ${title}`}
          className={`size-5.5 ${shown ? "fill-current text-coral" : ""}`}
        />
      </button>
      {problem ? (
        <p role="alert" className="rounded-sm bg-caution-wash px-2 py-1 text-caution text-sm">
          {problem}
        </p>
      ) : null}
    </>
  );
}
