import { expect, test } from "vitest";
import { EMPTY_EXERCISE } from "@/components/library/empty-exercise";
import { EXERCISE_WORDS } from "@/components/library/exercise-fields";
import { errorsIn, labelsOf } from "@/components/library/item-fields";
import { ownExerciseSchema } from "@/lib/library/schemas";

test("an empty form is told field by field, in words of our own", () => {
  const errors = errorsIn(ownExerciseSchema, EMPTY_EXERCISE);
  expect(Object.keys(errors)).toEqual([
    ...["name", "purpose", "regions", "muscles.main.0", "level", "position", "start"],
    ...["steps.0", "steps.1", "cues.0", "mistakes.0", "stopIf.0"],
  ]);
  expect(Object.values(errors).filter((message) => /invalid|expected|received/i.test(message))).toEqual([]);
});

test("a photo or a film that says too little is told where", () => {
  const photo = { kind: "photo" as const, mediaId: "", alt: "", credit: "", licence: "" };
  const film = { kind: "video" as const, url: "http://films.example.org", title: "Film", credit: "Us", licence: "Own" };
  const errors = errorsIn(ownExerciseSchema, { ...EMPTY_EXERCISE, media: [photo, film] });
  const media = Object.keys(errors).filter((name) => name.startsWith("media"));
  expect(media).toEqual(["media.0.mediaId", "media.0.alt", "media.0.credit", "media.0.licence", "media.1.url"]);
  expect(media.filter((name) => /invalid/i.test(errors[name] ?? ""))).toEqual([]);
});

test("the list of errors says which field, and which line of it", () => {
  expect(labelsOf(EXERCISE_WORDS, ["name", "dose.sets", "muscles.main.0", "steps.1", "steps", "nothing"])).toEqual({
    name: "Name",
    "dose.sets": "Sets",
    "muscles.main.0": "Main muscles, 1",
    "steps.1": "Steps, 2",
    steps: "Steps",
  });
});
