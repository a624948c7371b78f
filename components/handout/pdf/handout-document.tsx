import { Document, Page, Text, View } from "@react-pdf/renderer";
import { DIARY_DAYS, type Handout } from "@/lib/export/handout";
import type { HandoutSize } from "@/lib/export/vocabulary";
import { DiaryHead, DiaryNotes, DiaryTable } from "./diary-page";
import { ExerciseBlock } from "./exercise-block";
import { Head, Safety, Tasks } from "./front-parts";
import { type HandoutStyles, stylesOf } from "./measures";
import { Words } from "./words";

export type HandoutDocumentProps = {
  handout: Handout;
  size: HandoutSize;
  /** Photos as JPEG or PNG, by their media id. */
  photos: ReadonlyMap<string, Buffer>;
};

/** A plan on A4 paper, for black ink. */
export function HandoutDocument({ handout, size, photos }: HandoutDocumentProps) {
  const look = stylesOf(size);
  const { styles } = look;
  const { exercises, toRead, toAnswer, diary } = handout;
  const photoOf = ({ picture }: (typeof exercises)[number]) =>
    picture?.kind === "photo" ? photos.get(picture.mediaId) : undefined;
  const tables: [from: number, to: number][] = look.isLarge
    ? [
        [0, 7],
        [7, DIARY_DAYS],
      ]
    : [[0, DIARY_DAYS]];
  const tasks =
    toRead.length + toAnswer.length > 0 ? (
      <View style={styles.tasks} wrap={false}>
        <Tasks title="To read" tasks={toRead} look={look} />
        <Tasks title="To answer" tasks={toAnswer} look={look} />
      </View>
    ) : null;
  return (
    <Document title={`Exercises: ${handout.planTitle}`} author={handout.clinicName} language="en-GB">
      <Page size="A4" style={styles.page}>
        <Foot handout={handout} look={look} />
        <Head handout={handout} look={look} />
        {handout.isDraft ? (
          <Words look={look} kind="draft">
            Draft. This plan is not published yet.
          </Words>
        ) : null}
        <Safety look={look} />
        {look.isLarge ? tasks : null}
        {exercises.map((exercise, index) => (
          <ExerciseBlock
            key={exercise.key}
            exercise={exercise}
            number={index + 1}
            isLast={index === exercises.length - 1}
            photo={photoOf(exercise)}
            look={look}
          />
        ))}
        {diary || look.isLarge ? null : tasks}
      </Page>
      {/* Pages of their own: what follows on a page is laid out again with each page that breaks before it. */}
      {(diary ? tables : []).map(([from, to]) => (
        <Page key={from} size="A4" style={styles.page}>
          <Foot handout={handout} look={look} />
          {diary && from === 0 ? <DiaryHead diary={diary} look={look} /> : null}
          {diary ? <DiaryTable diary={diary} from={from} to={to} look={look} /> : null}
          {to === DIARY_DAYS ? <DiaryNotes look={look} /> : null}
          {to === DIARY_DAYS && !look.isLarge ? tasks : null}
        </Page>
      ))}
    </Document>
  );
}

function Foot({ handout, look }: { handout: Handout; look: HandoutStyles }) {
  const words = [handout.patientName, handout.clinicName, handout.isDraft ? "Draft" : null].filter(Boolean).join(" · ");
  return (
    <View style={look.styles.foot} fixed>
      <Text>{words}</Text>
      <Text render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
    </View>
  );
}
