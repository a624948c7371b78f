import { z } from "zod";
import { isCalendarDay } from "@/lib/core/calendar";

const day = z.string().refine(isCalendarDay, "This is not a day of the calendar.");

/** Text without what the database cannot keep: U+0000, and halves of a character. */
const storable = z.string().transform((text) => text.replaceAll("\u0000", "").replace(/\p{Cs}/gu, ""));
const words = (max: number, missing: string) =>
  storable.pipe(z.string().trim().min(1, missing).max(max, `At most ${max} characters.`));

/** The questionnaire of one line of a plan, on one of the days it falls due. */
export const occasionSchema = z.strictObject({ itemKey: z.uuid(), dueOn: day });

export const openDraftSchema = occasionSchema.extend({ id: z.uuid() });

const named = words(120, "Name the activity.").nullable().optional();

/**
 * One answer. `value` is null when the person would rather not answer; `named` is the activity, where they name it themselves; `answeredAt` is
 * when they chose, by the portal's clock.
 */
export const saveAnswerSchema = z.strictObject({
  draftId: z.uuid(),
  itemId: z.string().max(80, "There is no such question."),
  value: z.number("Choose one of the answers.").nullable(),
  named,
  answeredAt: z.iso.datetime({ error: "This is not a time." }).transform((text) => new Date(text)),
});

/** Why answers are put right, in the person's words. */
const reason = words(500, "Say in a few words what was wrong.");

/** `id` is that of the response. `reason` is asked for when the answers replace earlier ones. */
export const submitSchema = z.strictObject({ id: z.uuid(), draftId: z.uuid(), reason: reason.optional() });

/** `id` becomes that of the copy in which the answers are put right. */
export const startCorrectionSchema = z.strictObject({ id: z.uuid(), responseId: z.uuid() });

/** `id` is that of the request. `windowDays` counts today; null for as long as it takes. */
export const sendNowSchema = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  slug: z.string().min(1, "Choose a questionnaire.").max(80),
  note: storable.pipe(z.string().trim().max(1000, "At most 1,000 characters.")).default(""),
  windowDays: z
    .number({ error: "Enter a number of days, or leave it empty." })
    .int("Whole days only.")
    .min(1, "At least 1 day.")
    .max(365, "At most 365 days.")
    .nullable(),
});

export const withdrawRequestSchema = z.strictObject({ requestId: z.uuid() });

/** Answers by item, as they stand on paper: null is not answered. */
const answers = z.record(z.string().max(80), z.number("Enter a number.").nullable());
const names = z.record(z.string().max(80), words(120, "Name the activity.")).default({});

/** `id` is that of the response. With `correctsId` it replaces one entered before, and says why. */
export const enterPaperSchema = z
  .strictObject({
    id: z.uuid(),
    patientId: z.uuid(),
    slug: z.string().min(1, "Choose a questionnaire.").max(80),
    answeredOn: z.string().refine(isCalendarDay, "Enter the day on the paper."),
    answers,
    names,
    correctsId: z.uuid().nullable().default(null),
    reason: reason.optional(),
  })
  .refine((input) => input.correctsId === null || input.reason !== undefined, {
    path: ["reason"],
    error: "Say in a few words what was wrong.",
  });

export const reviewFlagsSchema = z.strictObject({
  responseId: z.uuid(),
  note: storable.pipe(z.string().trim().max(500, "At most 500 characters.")).default(""),
});

/** `id` becomes that of the version. `bytes` are of the file with the words. */
export const bringInSchema = z.strictObject({
  id: z.uuid(),
  slot: z.string().min(1).max(80),
  fileName: storable.pipe(z.string().max(255)),
  bytes: z.instanceof(Uint8Array, { error: "Choose a file." }).refine((bytes) => bytes.length > 0, "Choose a file."),
  reference: words(300, "Say under which licence your clinic uses these words."),
  rule: z.string().max(40).nullable(),
  recall: words(120, "Say which days it asks about.").optional(),
});

export const instrumentChoiceSchema = z.strictObject({ instrumentId: z.uuid() });

/** A file of past results: `id` names the import, `text` is the file. */
export const importResultsSchema = z.strictObject({
  id: z.uuid(),
  slug: z.string().regex(/^[a-z0-9-]{1,80}$/, "Choose a questionnaire."),
  text: z.string().max(2_000_000, "The file is larger than 2 MB. Bring it in in parts."),
});
