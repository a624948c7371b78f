import type { MouseEvent } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";

/**
 * A button of the player, large enough to be hit from the mat. Pressed with a finger or a mouse it lets go of the focus, so that the
 * keys go on to lead the session; pressed with a key it keeps it.
 */
export function PlayerButton({ className, onClick, ...button }: ButtonProps) {
  return (
    <Button
      {...button}
      size="lg"
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        if (event.detail > 0) event.currentTarget.blur();
        onClick?.(event);
      }}
      className={`tap-lg ${className ?? ""}`}
    />
  );
}
