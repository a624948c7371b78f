/** The key of each choice on a row: its own number where all have one of a single digit, else its place from 1. */
export function paperKeys(options: readonly { value: number }[]): string[] {
  const isDigits = options.every(({ value }) => Number.isInteger(value) && value >= 0 && value <= 9);
  return options.map(({ value }, index) => String(isDigits ? value : index + 1));
}

/** Puts the focus on the row after this one: on what is chosen there, or its first field; after the last, on the button that saves. */
export function focusNextRow(row: HTMLElement | null, form: HTMLFormElement): void {
  const rows = [...form.querySelectorAll<HTMLElement>("[data-paper-row]")];
  const next = rows[row === null ? 0 : rows.indexOf(row) + 1];
  const target =
    next?.querySelector<HTMLElement>("input:checked") ??
    next?.querySelector<HTMLElement>("input") ??
    form.querySelector<HTMLElement>("button[data-save]");
  target?.focus();
}
