import type postgres from "postgres";
import { foundClinic } from "@/db/found-clinic";
import { systemIdentity } from "@/lib/access/tokens";
import { newId } from "@/lib/core/ids";
import type { OwnArticleInput } from "@/lib/library/article-schema";
import type { OwnExerciseInput } from "@/lib/library/schemas";
import type { LibraryKind } from "@/lib/library/vocabulary";
import { makePerson, type TestClinic } from "./clinic";

/** A clinic with nothing in its library, so that a test says all there is to find. */
export async function makeEmptyClinic(admin: postgres.Sql): Promise<TestClinic> {
  const id = newId();
  await foundClinic(admin, {
    id,
    name: `Clinic ${id.slice(-4)}`,
    timeZone: "Europe/London",
    isDemo: false,
    systemId: newId(),
    systemHash: systemIdentity(id),
  });
  const clinician = await makePerson(admin, id, "clinician", { name: "Casey Clinician" });
  const createdBy = clinician.memberId;
  return {
    id,
    clinician,
    admin: await makePerson(admin, id, "admin", { name: "Ade Admin" }),
    patient: await makePerson(admin, id, "patient", { name: "Pat Patient", createdBy }),
    otherPatient: await makePerson(admin, id, "patient", { name: "Oli Other", createdBy }),
  };
}

/** A whole exercise as a clinician writes it; what a test is about goes in `changes`. */
export function exerciseText(changes: Partial<OwnExerciseInput> = {}): OwnExerciseInput {
  return {
    name: "Towel scrunch",
    aliases: ["Toe curl"],
    purpose: "Wakes up the small muscles under your foot.",
    regions: ["ankle"],
    muscles: { main: ["sole of the foot"], helping: ["calf"] },
    equipment: ["towel", "chair"],
    level: "gentle",
    position: "sitting",
    sided: true,
    start: "Sit on a chair with one foot on a towel.",
    steps: ["Pull the towel towards you with your toes."],
    cues: ["Keep your heel on the floor."],
    mistakes: ["Lifting the whole foot."],
    stopIf: ["Your foot cramps and does not let go."],
    easier: [],
    harder: [],
    dose: {
      sets: 2,
      repetitions: 10,
      holdSeconds: null,
      restSeconds: 30,
      tempo: null,
      timesPerDay: 1,
      weekdays: [1, 3, 5],
    },
    figure: null,
    media: [],
    ...changes,
  };
}

/** A short article as a clinician writes it; what a test is about goes in `changes`. */
export function ownArticleText(changes: Partial<OwnArticleInput> = {}): OwnArticleInput {
  return {
    title: "After your injection",
    summary: "What to do in the first days after an injection into your knee.",
    whyItMatters: "A calm first week helps the injection to do its work.",
    keyPoints: ["Rest for two days.", "Then walk a little more each day."],
    whenToGetHelp: {
      emergency: ["Your knee is hot and red, and you have a fever. Go to A&E."],
      soon: ["It is more sore after three days. Ring us."],
    },
    questions: [],
    references: [],
    relatedExercises: [],
    explorer: null,
    tags: [],
    body: "Sit with your leg up when you can.\n\n## The first two days\n\nDo not drive, and do not carry more than you must.",
    ...changes,
  };
}

/** A whole article as it ships. */
export function articleText(changes: { title: string; slug: string; summary?: string; body?: string }) {
  return {
    summary: "What to know about it in two sentences.",
    whyItMatters: "Knowing it makes the rest of your plan easier to follow.",
    keyPoints: ["It is common.", "It gets better.", "Ask when in doubt."],
    whenToGetHelp: { emergency: ["You cannot feel your legs."], soon: ["It wakes you at night."] },
    questions: ["first", "second", "third"].map((which) => ({
      question: `What is the ${which} thing people ask?`,
      answer: "It is answered here in a few plain words.",
    })),
    references: [{ text: "A book about joints, second edition." }],
    relatedExercises: [],
    explorer: null,
    tags: ["knee"],
    readingMinutes: 4,
    body: "Plain words about joints. ".repeat(20),
    ...changes,
  };
}

/** Puts a shipped item straight into the tables, as content brought in leaves it. */
export async function insertShipped(
  admin: postgres.Sql,
  clinicId: string,
  item: { kind?: LibraryKind; slug: string; title: string; body: object },
): Promise<{ itemId: string; versionId: string }> {
  const itemId = newId();
  await admin`insert into library_items (clinic_id, id, kind, slug, origin, created_at)
    values (${clinicId}, ${itemId}, ${item.kind ?? "exercise"}, ${item.slug}, 'shipped', now())`;
  return { itemId, versionId: await insertVersion(admin, clinicId, itemId, 1, item) };
}

/** One more version of an item, straight in the tables. */
export async function insertVersion(
  admin: postgres.Sql,
  clinicId: string,
  itemId: string,
  number: number,
  text: { title: string; body: object },
): Promise<string> {
  const id = newId();
  await admin`insert into library_versions (clinic_id, id, item_id, number, title, body, body_hash, created_at)
    values (${clinicId}, ${id}, ${itemId}, ${number}, ${text.title}, ${JSON.stringify(text.body)}::text::jsonb, ${id}, now())`;
  return id;
}

/** A shipped exercise under a slug; `body` says what of it matters. */
export async function insertExercise(
  admin: postgres.Sql,
  clinicId: string,
  slug: string,
  changes: Partial<OwnExerciseInput> & { name: string },
): Promise<{ itemId: string; versionId: string }> {
  const { media: _media, ...body } = exerciseText({ aliases: [], ...changes });
  return insertShipped(admin, clinicId, { slug, title: changes.name, body: { slug, ...body } });
}
