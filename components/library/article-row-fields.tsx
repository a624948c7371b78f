"use client";

import { useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useArticleField, useArticleForm } from "./article-fields";
import { FormRow } from "./form-row";
import { useErrorAt } from "./item-fields";

const MOST_QUESTIONS = 12;
const MOST_SOURCES = 20;

/** Questions people ask, each with its answer. */
export function QuestionFields() {
  const { control } = useArticleForm();
  const { fields, append, remove } = useFieldArray({ control, name: "questions", keyName: "rowId" });
  const error = useErrorAt("questions");
  return (
    <>
      {fields.length > 0 ? (
        <ul aria-label="Questions" className="grid gap-4">
          {fields.map((field, at) => (
            <li key={field.rowId}>
              <FormRow title={`Question, ${at + 1} of ${fields.length}`} onRemove={() => remove(at)}>
                <Question at={at} />
              </FormRow>
            </li>
          ))}
        </ul>
      ) : null}
      <FieldError id="questions-error">{error}</FieldError>
      {fields.length < MOST_QUESTIONS ? (
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          name="questions"
          className="justify-self-start"
          onClick={() => append({ question: "", answer: "" })}
        >
          Add a question
        </Button>
      ) : null}
    </>
  );
}

function Question({ at }: { at: number }) {
  const question = useArticleField(`questions.${at}.question`);
  const answer = useArticleField(`questions.${at}.answer`);
  return (
    <>
      <TextField label="Question" autoComplete="off" {...question} />
      <TextArea label="Answer" rows={3} {...answer} />
    </>
  );
}

/** What it is drawn from: books, studies, pages. */
export function SourceFields() {
  const { control } = useArticleForm();
  const { fields, append, remove } = useFieldArray({ control, name: "references", keyName: "rowId" });
  const error = useErrorAt("references");
  return (
    <>
      {fields.length > 0 ? (
        <ul aria-label="Sources" className="grid gap-4">
          {fields.map((field, at) => (
            <li key={field.rowId}>
              <FormRow title={`Source, ${at + 1} of ${fields.length}`} onRemove={() => remove(at)}>
                <Source at={at} />
              </FormRow>
            </li>
          ))}
        </ul>
      ) : null}
      <FieldError id="references-error">{error}</FieldError>
      {fields.length < MOST_SOURCES ? (
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          name="references"
          className="justify-self-start"
          onClick={() => append({ text: "", url: "" })}
        >
          Add a source
        </Button>
      ) : null}
    </>
  );
}

function Source({ at }: { at: number }) {
  const text = useArticleField(`references.${at}.text`);
  const url = useArticleField(`references.${at}.url`);
  return (
    <>
      <TextField label="What it is" hint="Who wrote it, when, and what it is called." autoComplete="off" {...text} />
      <TextField
        label="Address"
        optional
        hint="The whole address, beginning with https://."
        type="url"
        inputMode="url"
        autoComplete="off"
        {...url}
      />
    </>
  );
}
