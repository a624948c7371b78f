import { Card, CardTitle } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/core/calendar";
import type { PatientNote } from "@/lib/progress/story";

/** The latest of what the patient wrote with an exercise, in their own words. */
export function PatientNotes({ notes, logHref }: { notes: readonly PatientNote[]; logHref: string }) {
  return (
    <Card as="section" pad="sm">
      <CardTitle actions={notes.length > 0 ? <TextLink href={logHref}>Practice log</TextLink> : null}>
        In the patient’s words
      </CardTitle>
      {notes.length === 0 ? (
        <p className="text-ink-soft">No notes so far.</p>
      ) : (
        <ul className="divide-y divide-rule">
          {notes.map((note) => (
            <li key={note.id} className="py-2 first:pt-0">
              <p className="whitespace-pre-line break-words">
                <bdi>{note.text}</bdi>
              </p>
              <p className="text-ink-soft text-sm">
                {note.exercise}, {formatDay(note.day, "short")}
                {note.painNrs === null ? null : `, pain ${note.painNrs}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
