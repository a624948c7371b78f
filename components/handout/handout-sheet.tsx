import { codePicture } from "@/lib/access/code-picture";
import { formatDay } from "@/lib/core/calendar";
import type { Handout, HandoutTask } from "@/lib/export/handout";
import { SAFETY_LINES } from "@/lib/export/safety-lines";
import type { HandoutSize } from "@/lib/export/vocabulary";
import { HandoutDiary } from "./handout-diary";
import { HandoutExerciseView } from "./handout-exercise";
import { taskInWords } from "./handout-words";

/** The plan as a sheet that prints from the browser: what the PDF holds, in the same order. */
export function HandoutSheet({ handout, size }: { handout: Handout; size: HandoutSize }) {
  const { exercises, toRead, toAnswer, diary } = handout;
  return (
    <article className="handout" data-size={size}>
      <Head handout={handout} />
      {handout.isDraft ? <p className="handout-draft">Draft. This plan is not published yet.</p> : null}
      <div className="handout-safety">
        {SAFETY_LINES.map(({ key, title, words }) => (
          <p key={key}>
            <strong className="block">{title}</strong> {words}
          </p>
        ))}
      </div>
      <ol>
        {exercises.map((exercise, index) => (
          <HandoutExerciseView key={exercise.key} exercise={exercise} number={index + 1} />
        ))}
      </ol>
      {toRead.length + toAnswer.length > 0 ? (
        <div className="handout-tasks">
          <Tasks title="To read" tasks={toRead} />
          <Tasks title="To answer" tasks={toAnswer} />
        </div>
      ) : null}
      {diary ? <HandoutDiary diary={diary} /> : null}
    </article>
  );
}

/** Modules of white that readers need round a code. */
const QUIET = 2;

function Head({ handout: { clinicName, planTitle, patientName, madeOn, address } }: { handout: Handout }) {
  const { size, path } = codePicture(address);
  const full = size + 2 * QUIET;
  return (
    <header className="handout-head">
      <div className="min-w-0">
        <p className="font-bold">{clinicName}</p>
        <h1>Your exercises</h1>
        <p className="font-bold">{planTitle}</p>
        <p>
          For {patientName}, {formatDay(madeOn)}
        </p>
      </div>
      <div className="handout-code">
        <svg
          viewBox={`${-QUIET} ${-QUIET} ${full} ${full}`}
          role="img"
          aria-label="QR code to sign in"
          shapeRendering="crispEdges"
        >
          <path d={path} fill="#000000" />
        </svg>
        <p>Scan to see your plan</p>
      </div>
    </header>
  );
}

function Tasks({ title, tasks }: { title: string; tasks: readonly HandoutTask[] }) {
  if (tasks.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="handout-list">
        {tasks.map((task) => (
          <li key={task.key}>{taskInWords(task)}</li>
        ))}
      </ul>
    </section>
  );
}
