"use client";

import { useRouter } from "next/navigation";
import { SelectField } from "@/components/ui/select-field";

type Props = { options: readonly { value: string; label: string }[]; chosen: string };

/** Which questionnaire the results are of; the address keeps it. */
export function PastResultsChoice({ options, chosen }: Props) {
  const router = useRouter();
  return (
    <form action="/questionnaires/past-results" className="max-w-xl">
      <SelectField
        label="Questionnaire"
        name="slug"
        placeholder="Choose one"
        options={options}
        defaultValue={chosen}
        onChange={({ target: { value } }) =>
          router.replace(value === "" ? "/questionnaires/past-results" : `/questionnaires/past-results?slug=${value}`)
        }
      />
      <noscript>
        <button type="submit">Choose</button>
      </noscript>
    </form>
  );
}
