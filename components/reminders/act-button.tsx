"use client";

import { useActing, useIsReady } from "@/components/access/use-acting";
import { Button, type ButtonProps } from "@/components/ui/button";
import { FormErrorSummary } from "@/components/ui/form-error";
import type { Result } from "@/lib/core/errors";

type Props<I, R> = Pick<ButtonProps, "children" | "variant" | "icon" | "pendingLabel" | "block" | "size"> & {
  act: (value: I) => Promise<Result<R>>;
  value: I;
  done?: (value: R) => void;
};

/** A button that does one thing at once, and says so when it could not. */
export function ActButton<I, R>({ act, value, done, ...button }: Props<I, R>) {
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(act, (result: R) => {
    done?.(result);
    return undefined;
  });
  const [first] = Object.values(refusal?.fieldErrors ?? {});
  return (
    <div className="grid justify-items-start gap-2">
      <FormErrorSummary message={first ?? refusal?.message} />
      <Button {...button} disabled={!isReady} pending={pending} onClick={() => void send(value)} />
    </div>
  );
}
