import { Canvas, View } from "@react-pdf/renderer";
import { type CalendarDay, formatDay } from "@/lib/core/calendar";
import type { Diary } from "@/lib/export/handout";
import { dayHead } from "../handout-words";
import { boxLines, paintCells } from "./diary-cells";
import type { HandoutStyles } from "./measures";
import { Words } from "./words";

type DiaryPart = { diary: Diary; from: number; to: number; look: HandoutStyles };

/** What stands over the first table of the diary. */
export function DiaryHead({ diary: { days }, look }: Pick<DiaryPart, "diary" | "look">) {
  return (
    <View>
      <Words look={look} kind="h1">
        Two-week diary
      </Words>
      <Words look={look}>
        {formatDay(days[0] ?? "")} to {formatDay(days.at(-1) ?? "")}. Tick a box each time you do an exercise. A dash is
        a rest from it.
      </Words>
    </View>
  );
}

/** The days from one to another, the last not among them: a row an exercise, and one for the day's worst pain. */
export function DiaryTable({ diary, from, to, look }: DiaryPart) {
  const { styles } = look;
  const days = diary.days.slice(from, to);
  return (
    <View style={styles.week}>
      <View style={[styles.row, styles.firstRow]} wrap={false} fixed>
        <View style={styles.label} />
        {days.map((day) => (
          <DayHead key={day} day={day} look={look} />
        ))}
      </View>
      {diary.rows.map(({ key, title, boxes }) => (
        <Row key={key} title={title} boxes={boxes.slice(from, to)} look={look} />
      ))}
      <Row title="Worst pain that day, 0 to 10" boxes={days.map(() => null)} look={look} isStrong />
    </View>
  );
}

/** Room to write. */
export function DiaryNotes({ look }: { look: HandoutStyles }) {
  const { styles } = look;
  return (
    <View style={styles.notes} wrap={false}>
      <Words look={look} isStrong>
        Notes for your next visit
      </Words>
      <View style={styles.line} />
      <View style={styles.line} />
      <View style={styles.line} />
    </View>
  );
}

function DayHead({ day, look }: { day: CalendarDay; look: HandoutStyles }) {
  const { weekday, date } = dayHead(day);
  return (
    <View style={look.styles.dayHead}>
      <Words look={look} kind="small" isStrong>
        {weekday}
      </Words>
      <Words look={look} kind="small">
        {date}
      </Words>
    </View>
  );
}

type RowProps = { title: string; boxes: readonly (number | null)[]; look: HandoutStyles; isStrong?: boolean };

function Row({ title, boxes, look, isStrong = false }: RowProps) {
  const { styles } = look;
  const minHeight = Math.max(look.rowHeight, boxLines(boxes) * (look.box + 2) + 8);
  return (
    <View style={styles.row} wrap={false}>
      <View style={styles.label}>
        <Words look={look} isStrong={isStrong}>
          {title}
        </Words>
      </View>
      <Canvas style={[styles.cells, { minHeight }]} paint={paintCells(boxes, look.box)} />
    </View>
  );
}
