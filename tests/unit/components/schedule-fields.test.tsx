import { renderToStaticMarkup } from "react-dom/server";
import { FormProvider, useForm } from "react-hook-form";
import { describe, expect, it } from "vitest";
import { ScheduleFields } from "@/components/plans/schedule-fields";
import type { DraftBody, DraftInput, DraftItem, Schedule } from "@/lib/plans/schemas";

type Kind = DraftItem["kind"];

function Form({ kind, schedule }: { kind: Kind; schedule: Schedule }) {
  const item = { key: "item", kind, slug: "thing", dose: null, schedule, note: "", painCeiling: 5 };
  const form = useForm<DraftInput, unknown, DraftBody>({
    defaultValues: { title: "Plan", phases: [{ key: "phase", title: "Begin", aim: "", weeks: 4, items: [item] }] },
  });
  return (
    <FormProvider {...form}>
      <ScheduleFields path="phases.0.items.0" kind={kind} />
    </FormProvider>
  );
}

const render = (kind: Kind, schedule: Schedule) => renderToStaticMarkup(<Form kind={kind} schedule={schedule} />);
const labelsOf = (html: string) => [...html.matchAll(/<label for[^>]*>([^<]*)</g)].map(([, label]) => label);
const chosenOf = (html: string) => /<option value="([^"]*)" selected=""/.exec(html)?.[1];

describe("the fields of a schedule", () => {
  it.each<[Kind, Schedule, string, string[]]>([
    ["exercise", { kind: "weekly", weekdays: [1], timesPerDay: 2 }, "weekly", ["When", "Times a day"]],
    ["exercise", { kind: "every-days", days: 3, timesPerDay: 2 }, "every-days", ["When", "Days apart", "Times a day"]],
    ["exercise", { kind: "once", day: 1 }, "once", ["When", "On day"]],
    ["exercise", { kind: "every-weeks", weeks: 2 }, "every-weeks", ["When", "Weeks apart"]],
    ["exercise", { kind: "as-needed" }, "as-needed", ["When"]],
    ["article", { kind: "once", day: 1 }, "once", ["When", "On day"]],
    ["questionnaire", { kind: "once", day: 1 }, "start", ["When", "Open for (days)"]],
    ["questionnaire", { kind: "once", day: 8 }, "once", ["When", "On day", "Open for (days)"]],
    ["questionnaire", { kind: "every-weeks", weeks: 4 }, "every-weeks", ["When", "Weeks apart", "Open for (days)"]],
    ["questionnaire", { kind: "at-end", windowDays: 14 }, "at-end", ["When", "Open for (days)"]],
  ])("%s %j", (kind, schedule, chosen, labels) => {
    const html = render(kind, schedule);
    expect(chosenOf(html)).toBe(chosen);
    expect(labelsOf(html)).toEqual(labels);
  });

  it("shows the window, and in an empty one what that means", () => {
    expect(render("questionnaire", { kind: "once", day: 1, windowDays: 7 })).toMatch(/windowDays"[^>]*value="7"/);
    expect(render("questionnaire", { kind: "once", day: 1 })).toMatch(/placeholder="No limit"/);
    expect(render("questionnaire", { kind: "at-end" })).toMatch(/placeholder="14"/);
  });
});
