import { z } from "zod";
import { type Instrument, instrumentSchema } from "@/lib/questionnaires/instrument-schema";
import type { Loaded } from "./content-problems";
import { type ContentFile, parseFiles } from "./parse-files";

const { slug, title, shortTitle, notice, minutes, scale, subscales } = instrumentSchema.shape;

/** A file that asks another instrument's items in another way: what differs, and stems by the id of their part. */
const formSchema = z.strictObject({
  formOf: slug,
  slug,
  title,
  shortTitle,
  notice,
  minutes: minutes.optional(),
  scale,
  stems: z.record(z.string(), subscales.element.shape.stem).default({}),
});

export function isForm(fields: unknown): fields is { formOf: unknown } {
  return typeof fields === "object" && fields !== null && "formOf" in fields;
}

/**
 * Makes each form among the files of instruments whole, with all that it does not say itself taken from the instrument it is a form of.
 * @param files every file of the folder, forms and others.
 * @param whole those that are no forms and have nothing wrong with them. The forms of a file that has are left out: it is told of that file.
 */
export function loadForms(
  files: readonly ContentFile[],
  whole: readonly Loaded<Instrument>[],
  problems: string[],
): Loaded<Instrument>[] {
  const forms = files.filter(({ fields }) => isForm(fields));
  return parseFiles(forms, formSchema, problems).flatMap(({ file, value }) => {
    const { formOf, stems, ...own } = value;
    const refuse = (problem: string) => problems.push(`${file}: ${problem}`);
    if (forms.some(({ name }) => name === formOf)) refuse(`formOf: "${formOf}" is itself a form of another instrument`);
    else if (!files.some(({ name }) => name === formOf)) refuse(`formOf: there is no instrument "${formOf}"`);
    const base = whole.find((instrument) => instrument.value.slug === formOf)?.value;
    if (!base) return [];
    for (const id of Object.keys(stems)) {
      if (!base.subscales.some((part) => part.id === id)) refuse(`stems.${id}: there is no subscale "${id}"`);
    }
    const parts = base.subscales.map((part) => ({ ...part, stem: stems[part.id] ?? part.stem }));
    const fields = { ...base, ...own, minutes: own.minutes ?? base.minutes, subscales: parts };
    return parseFiles([{ file, name: own.slug, fields }], instrumentSchema, problems).map((loaded) => ({
      ...loaded,
      formOf,
    }));
  });
}
