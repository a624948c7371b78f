import { type KeyboardEvent, useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { FieldError } from "@/components/ui/field-error";
import { SearchField } from "@/components/ui/search-field";
import type { InstrumentListed } from "@/lib/questionnaires/queries/instruments";
import { groupedInstruments, isFoundBy, sizeInWords } from "./send-now-groups";

type Props = {
  instruments: readonly InstrumentListed[];
  field: UseFormRegisterReturn;
  error: string | undefined;
  chosen: string;
  /** Takes the first that was found by typing. */
  onChoose: (slug: string) => void;
};

/** Which questionnaire to send: type to find, Enter takes the first, or choose from the list. What is chosen stays in sight. */
export function SendNowChoices({ instruments, field, error, chosen, onChoose }: Props) {
  const [search, setSearch] = useState("");
  const found = instruments.filter((one) => isFoundBy(one, search));
  const inSight = instruments.filter((one) => one.slug === chosen || found.includes(one));

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const [first] = found;
    if (first && search.trim() !== "") onChoose(first.slug);
  }

  return (
    <div className="grid gap-2">
      <SearchField
        label="Find a questionnaire by name"
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="text-ink-soft text-sm">
        {found.length === 0 ? `No questionnaire with “${search.trim()}” in its name.` : ""}
      </p>
      <div className="grid max-h-[30dvh] gap-4 overflow-y-auto p-1">
        {groupedInstruments(inSight).map(({ title, list }) => (
          <fieldset key={title} className="min-w-0">
            <legend className="mb-1.5 font-semibold text-sm">{title}</legend>
            <div className="grid gap-1.5">
              {list.map((one) => (
                <label key={one.slug} className="slip tap flex items-center gap-3 px-3.5 py-2">
                  <input
                    {...field}
                    type="radio"
                    value={one.slug}
                    aria-invalid={error ? true : undefined}
                    aria-describedby={error ? "send-now-slug-error" : undefined}
                    className="tick"
                  />
                  <span className="min-w-0">
                    <span className="block leading-snug">{one.title}</span>
                    <span className="block text-ink-soft text-sm">{sizeInWords(one)}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <FieldError id="send-now-slug-error">{error}</FieldError>
    </div>
  );
}
