import { TextField, type TextFieldProps } from "./text-field";

/** A calendar day as YYYY-MM-DD, in the browser's own date control. */
export function DateField({ className, ...props }: Omit<TextFieldProps, "type" | "suffix">) {
  return <TextField {...props} type="date" className={`max-w-64 ${className ?? ""}`} />;
}
