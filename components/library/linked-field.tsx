"use client";

import { useController, useFormContext } from "react-hook-form";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import { useErrorAt } from "./item-fields";

export type ExerciseOption = { slug: string; title: string };

type Props = { name: "easier" | "harder" | "relatedExercises"; label: string; exercises: readonly ExerciseOption[] };

/** Exercises of the library that this one leads to, or that an article speaks of. Choosing one adds it; pressing it takes it out. */
export function LinkedField({ name, label, exercises }: Props) {
  const { control } = useFormContext();
  const { field } = useController({ control, name });
  const error = useErrorAt(name);
  const chosen: readonly string[] = field.value ?? [];
  const titleOf = (slug: string) => exercises.find((one) => one.slug === slug)?.title ?? slug;
  return (
    <div className="grid content-start gap-2">
      <SelectField
        label={label}
        name={name}
        optional
        error={error}
        placeholder="Add an exercise"
        options={exercises
          .filter(({ slug }) => !chosen.includes(slug))
          .map(({ slug, title }) => ({ value: slug, label: title }))}
        value=""
        onChange={(event) => field.onChange([...chosen, event.target.value])}
      />
      {chosen.length > 0 ? (
        <ul aria-label={`${label}, chosen`} className="flex flex-wrap gap-1.5">
          {chosen.map((slug, at) => (
            <li key={slug}>
              <button
                type="button"
                name={`${name}.${at}`}
                onClick={() => field.onChange(chosen.filter((other) => other !== slug))}
                className="slip flex min-h-9 items-center gap-1.5 px-2.5 py-1 text-sm pointer-coarse:min-h-11"
              >
                {titleOf(slug)}
                <Icon name="close" label="Take out" className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
