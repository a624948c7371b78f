"use client";

import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { CHAIN_TITLES } from "@/lib/movement/chain-words";
import { CHAINS } from "@/lib/movement/vocabulary";
import { useArticleField } from "./article-fields";
import { ArticleTextField } from "./article-text-field";
import { FormSection } from "./form-section";
import { type ExerciseOption, LinkedField } from "./linked-field";
import { TextListField } from "./text-list-field";

/** What it is called, and what the library says of it. */
export function AboutSection() {
  const title = useArticleField("title");
  const summary = useArticleField("summary");
  return (
    <FormSection title="What it is" lead="What you and your patients see of it in a list.">
      <TextField label="Title" autoComplete="off" {...title} />
      <TextArea label="What it is about" hint="One or two sentences, to the patient." rows={2} {...summary} />
      <TextListField
        name="tags"
        label="Words it is found by"
        one="Word"
        hint="Besides those in the title and the text."
        most={12}
        optional
      />
    </FormSection>
  );
}

/** The article itself, in the order the patient reads it. */
export function TextSection() {
  const why = useArticleField("whyItMatters");
  return (
    <FormSection title="What it says" lead="Short sentences in plain words, as you would say it in the room.">
      <TextArea label="Why it matters" hint="What the patient gains by reading it." rows={4} {...why} />
      <TextListField
        name="keyPoints"
        label="The main points"
        one="Point"
        hint="What to remember if nothing else. Enter begins the next line."
        most={8}
        isLong
      />
      <ArticleTextField />
    </FormSection>
  );
}

/** The box that tells a patient when not to wait. */
export function HelpSection() {
  return (
    <FormSection title="When to get help" lead="The safety box. Say in each line what to look out for and what to do.">
      <TextListField
        name="whenToGetHelp.emergency"
        label="At once"
        one="Sign"
        hint="Such as: “You are short of breath. Ring 999.”"
        most={12}
        isLong
      />
      <TextListField
        name="whenToGetHelp.soon"
        label="Soon"
        one="Reason"
        hint="Such as: “It wakes you at night. Tell your physiotherapist.”"
        most={12}
        isLong
      />
    </FormSection>
  );
}

const PICTURES = CHAINS.map((kind) => ({ value: kind, label: CHAIN_TITLES[kind].slider }));
const OR_NONE = { setValueAs: (value: unknown) => (value === "" ? null : value) };

/** What stands beside the words. */
export function AroundSection({ exercises }: { exercises: readonly ExerciseOption[] }) {
  const explorer = useArticleField("explorer", OR_NONE);
  return (
    <FormSection title="What goes with it" lead="Shown with the text. You may leave this out.">
      <div className="grid gap-5 sm:grid-cols-2">
        <LinkedField name="relatedExercises" label="Exercises it speaks of" exercises={exercises} />
        <SelectField
          label="Picture to move"
          optional
          hint="It stands under the heading “See it move”."
          placeholder="None"
          options={PICTURES}
          {...explorer}
        />
      </div>
    </FormSection>
  );
}
