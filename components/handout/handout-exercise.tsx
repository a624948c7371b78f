import { ClinicPhoto } from "@/components/library/clinic-photo";
import type { HandoutExercise, HandoutPicture } from "@/lib/export/handout";
import { isWide } from "./drawing-paint";
import { painLimitInWords } from "./handout-words";
import { PrintedDrawing } from "./printed-drawing";

/** One exercise of the printed sheet. */
export function HandoutExerciseView({ exercise, number }: { exercise: HandoutExercise; number: number }) {
  const { title, dose, schedule, when, painCeiling, note, more, cues, stopIf, picture } = exercise;
  return (
    <li className="handout-exercise">
      <span className="handout-number" aria-hidden="true">
        {number}
      </span>
      <div className="handout-inside">
        <Pictures picture={picture} title={title} />
        <div>
          <h2>{title}</h2>
          <p className="handout-dose">{dose}</p>
          <p>
            {when ? `${schedule}. ${when}. ` : `${schedule}. `}
            <strong>{painLimitInWords(painCeiling)}</strong>
          </p>
          {more.map((words) => (
            <p key={words}>{words}</p>
          ))}
          {note ? (
            <p className="handout-note">
              <strong>From your physiotherapist: </strong>
              {note}
            </p>
          ) : null}
          <ul className="handout-list">
            {cues.map((cue) => (
              <li key={cue}>{cue}</li>
            ))}
          </ul>
          {stopIf.length > 0 ? (
            <p>
              <strong>Stop if: </strong>
              {stopIf.join(" ")}
            </p>
          ) : null}
        </div>
      </div>
    </li>
  );
}

function Pictures({ picture, title }: { picture: HandoutPicture | null; title: string }) {
  if (picture === null) return null;
  if (picture.kind === "photo") {
    return (
      <div className="handout-pictures">
        <ClinicPhoto mediaId={picture.mediaId} alt={picture.words} className="col-span-2" />
      </div>
    );
  }
  return (
    <div className="handout-pictures" data-wide={isWide(picture) || undefined}>
      <figure>
        <PrintedDrawing drawing={picture.start} label={`${title}: how it starts`} />
        <figcaption>Start</figcaption>
      </figure>
      <figure>
        <PrintedDrawing drawing={picture.end} label={`${title}: how it ends`} />
        <figcaption>Finish</figcaption>
      </figure>
    </div>
  );
}
