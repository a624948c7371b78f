"use client";

import { type ReactNode, useEffect, useState } from "react";
import { RadioGroupField } from "@/components/ui/radio-group-field";

const SIZES = [
  { value: "normal", label: "Normal" },
  { value: "large", label: "Large" },
  { value: "largest", label: "Largest" },
] as const;
type Size = (typeof SIZES)[number]["value"];

/** `zoom` makes lines, headings and spaces grow together and wrap again. */
const LOOK: Record<Size, string> = { normal: "", large: "[zoom:1.2]", largest: "[zoom:1.45]" };
const KEY = "plumbline.text-size";

/** Some browsers refuse storage, or have none left; the size then lasts as long as the page. */
function keptSize(): Size {
  try {
    const kept = window.localStorage.getItem(KEY);
    return SIZES.find((one) => one.value === kept)?.value ?? "normal";
  } catch {
    return "normal";
  }
}

function keepSize(size: Size): boolean {
  try {
    window.localStorage.setItem(KEY, size);
    return true;
  } catch {
    return false;
  }
}

/** Reading in a size of one's own, kept on this device. */
export function TextSize({ children }: { children: ReactNode }) {
  const [size, setSize] = useState<Size>("normal");
  const [sizeAtFirst, setSizeAtFirst] = useState<Size>("normal");

  useEffect(() => {
    const kept = keptSize();
    setSize(kept);
    setSizeAtFirst(kept);
  }, []);

  function choose(value: string) {
    const chosen = SIZES.find((one) => one.value === value)?.value ?? "normal";
    keepSize(chosen);
    setSize(chosen);
  }

  return (
    <>
      <RadioGroupField
        key={sizeAtFirst}
        legend="Text size"
        layout="row"
        name="text-size"
        options={SIZES}
        defaultValue={sizeAtFirst}
        className="mb-7"
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <div className={LOOK[size]}>{children}</div>
    </>
  );
}
