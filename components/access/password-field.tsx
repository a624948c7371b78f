"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField, type TextFieldProps } from "@/components/ui/text-field";

export type PasswordFieldProps = Omit<TextFieldProps, "type" | "suffix"> & {
  autoComplete: "current-password" | "new-password";
};

/** A password with a button to look at what one typed. Pasting is welcome. */
export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      autoCapitalize="none"
      spellCheck={false}
      {...props}
      type={isShown ? "text" : "password"}
      suffix={
        <Button
          variant="quiet"
          size="sm"
          className="min-h-11"
          aria-label={isShown ? "Hide what you typed" : "Show what you typed"}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? "Hide" : "Show"}
        </Button>
      }
    />
  );
}
