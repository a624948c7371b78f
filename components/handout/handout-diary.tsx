import { formatDay } from "@/lib/core/calendar";
import type { Diary } from "@/lib/export/handout";
import { dayHead } from "./handout-words";

const WEEK = 7;

/** The tick diary of the printed sheet, a table a week. */
export function HandoutDiary({ diary }: { diary: Diary }) {
  const [first, last] = [diary.days[0] ?? "", diary.days.at(-1) ?? ""];
  return (
    <section className="handout-diary">
      <h2>Two-week diary</h2>
      <p>
        {formatDay(first)} to {formatDay(last)}. Tick a box each time you do an exercise. A dash is a rest from it.
      </p>
      <Week diary={diary} from={0} name="First week" />
      <Week diary={diary} from={WEEK} name="Second week" />
      <p className="mt-6 font-bold">Notes for your next visit</p>
      <div className="handout-line" />
      <div className="handout-line" />
      <div className="handout-line" />
    </section>
  );
}

function Week({ diary: { days, rows }, from, name }: { diary: Diary; from: number; name: string }) {
  const week = days.slice(from, from + WEEK);
  return (
    <table>
      <caption className="sr-only">{name}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">Exercise</span>
          </th>
          {week.map((day) => {
            const { weekday, date } = dayHead(day);
            return (
              <th key={day} scope="col">
                {weekday} <span className="block font-normal">{date}</span>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, boxes }) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            {week.map((day, index) => (
              <td key={day}>
                <Boxes count={boxes[from + index] ?? 0} />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row" className="handout-strong">
            Worst pain that day, 0 to 10
          </th>
          {week.map((day) => (
            <td key={day} />
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Boxes({ count }: { count: number }) {
  if (count === 0) return "–";
  return (
    <>
      <span className="sr-only">{count === 1 ? "Once" : `${count} times`}</span>
      {Array.from({ length: count }, (_, box) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the boxes of one day are all alike.
        <span key={box} className="handout-box" aria-hidden="true" />
      ))}
    </>
  );
}
