"use client";

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { FieldErrors } from "@/lib/core/errors";
import { MOST_TIMES } from "@/lib/jobs/reminders/vocabulary";

type Props = { times: readonly string[]; messages: FieldErrors; onChange: (times: string[]) => void };

const ANOTHER = "18:00";

/** The times of a day at which a reminder comes. */
export function TimeFields({ times, messages, onChange }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold">When</legend>
      <ol className="grid gap-3">
        {times.map((time, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a time is known by its place alone
          <li key={index} className="flex flex-wrap items-end gap-2">
            <TextField
              label={<TimeLabel index={index} count={times.length} />}
              type="time"
              name={`times.${index}`}
              value={time}
              onChange={(event) => onChange(times.map((one, at) => (at === index ? event.target.value : one)))}
              error={messages[`times.${index}`]}
              className="min-w-36 max-w-60 grow"
            />
            {times.length > 1 ? (
              <Button variant="quiet" icon="minus" onClick={() => onChange(times.filter((_, at) => at !== index))}>
                Take away<span className="sr-only"> time {index + 1}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {times.length < MOST_TIMES ? (
        <Button variant="quiet" icon="plus" className="mt-2" onClick={() => onChange([...times, ANOTHER])}>
          Another time
        </Button>
      ) : (
        <p className="mt-2 text-ink-soft text-sm">Up to {MOST_TIMES} times a day.</p>
      )}
    </fieldset>
  );
}

function TimeLabel({ index, count }: { index: number; count: number }) {
  return count === 1 ? "Time" : `Time ${index + 1}`;
}
