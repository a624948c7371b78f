import { Text, View } from "@react-pdf/renderer";
import type { HandoutExercise } from "@/lib/export/handout";
import { isWide } from "../drawing-paint";
import { painLimitInWords } from "../handout-words";
import { type HandoutStyles, PICTURE_GAP } from "./measures";
import { PdfDrawing, PdfPhoto } from "./pictures";
import { Words } from "./words";

type Props = {
  exercise: HandoutExercise;
  number: number;
  isLast: boolean;
  photo: Buffer | undefined;
  look: HandoutStyles;
};

/** One exercise: its number on the line, its pictures, and how to do it. Only one that may fill a page is split over two. */
export function ExerciseBlock({ exercise, number, isLast, photo, look }: Props) {
  const { styles } = look;
  const { title, dose, schedule, when, cues, note, more, stopIf, painCeiling } = exercise;
  return (
    <View style={styles.block} wrap={lettersOf(exercise) > look.mostLetters}>
      <View style={styles.gutter}>
        {isLast ? null : <View style={styles.rail} />}
        <View style={styles.number}>
          <Text style={styles.numberWords}>{number}</Text>
        </View>
      </View>
      <View style={styles.inside}>
        {look.isLarge ? (
          <Words look={look} kind="title">
            {title}
          </Words>
        ) : null}
        <Pictures picture={exercise.picture} photo={photo} look={look} />
        <View style={styles.words}>
          {look.isLarge ? null : (
            <Words look={look} kind="title">
              {title}
            </Words>
          )}
          <Words look={look} kind="dose">
            {dose}
          </Words>
          <Words look={look} kind="when">
            {when ? `${schedule}. ${when}. ` : `${schedule}. `}
            <Text style={styles.strong}>{painLimitInWords(painCeiling)}</Text>
          </Words>
          {more.map((words) => (
            <Words key={words} look={look} kind="when">
              {words}
            </Words>
          ))}
          {note ? (
            <View style={styles.note}>
              <Words look={look}>
                <Text style={styles.strong}>From your physiotherapist: </Text>
                {note}
              </Words>
            </View>
          ) : null}
          <View style={styles.bullets}>
            {cues.map((cue) => (
              <View key={cue} style={styles.bullet}>
                <Words look={look} kind="dot">
                  •
                </Words>
                <Words look={look} kind="bulletWords">
                  {cue}
                </Words>
              </View>
            ))}
          </View>
          {stopIf.length > 0 ? (
            <Words look={look} kind="stop">
              <Text style={styles.strong}>Stop if: </Text>
              {stopIf.join(" ")}
            </Words>
          ) : null}
        </View>
      </View>
    </View>
  );
}

function lettersOf({ dose, cues, note, more, stopIf }: HandoutExercise): number {
  return [dose, ...cues, note, ...more, ...stopIf].reduce((sum, words) => sum + words.length, 0);
}

/** A lying figure, against one that stands beside its other: wider, and no taller than the words beside the two of them. */
const WIDE_PICTURE = 1.6;

function Pictures({ picture, photo, look }: Pick<Props, "photo" | "look"> & { picture: HandoutExercise["picture"] }) {
  const { styles, pictureWidth: width, pictureHeight: height } = look;
  if (picture?.kind === "figure") {
    const wide = isWide(picture);
    const room = wide ? WIDE_PICTURE * width : width;
    const tallest = Math.max(...[picture.start, picture.end].map((drawing) => drawing.height / drawing.width));
    const fitted = Math.min(height, room * tallest);
    return (
      <View style={wide ? styles.picturesOver : styles.pictures}>
        {(["start", "end"] as const).map((which) => (
          <View key={which} style={{ width: room }}>
            <PdfDrawing drawing={picture[which]} width={room} height={fitted} />
            <Words look={look} kind="caption">
              {which === "start" ? "Start" : "Finish"}
            </Words>
          </View>
        ))}
      </View>
    );
  }
  if (!photo) return null;
  return (
    <View style={styles.pictures}>
      <PdfPhoto data={photo} width={2 * width + PICTURE_GAP} height={height} />
    </View>
  );
}
