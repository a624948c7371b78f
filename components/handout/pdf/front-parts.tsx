import { View } from "@react-pdf/renderer";
import { codePicture } from "@/lib/access/code-picture";
import { formatDay } from "@/lib/core/calendar";
import type { Handout, HandoutTask } from "@/lib/export/handout";
import { SAFETY_LINES } from "@/lib/export/safety-lines";
import { taskInWords } from "../handout-words";
import type { HandoutStyles } from "./measures";
import { PdfCode } from "./pictures";
import { Words } from "./words";

/** Whose plan it is, whose clinic, and the way to it on a phone. */
export function Head({ handout, look }: { handout: Handout; look: HandoutStyles }) {
  const { styles, isLarge } = look;
  return (
    <View style={styles.head}>
      <View style={styles.headWords}>
        <Words look={look} isStrong>
          {handout.clinicName}
        </Words>
        <Words look={look} kind="h1">
          Your exercises
        </Words>
        <Words look={look} isStrong>
          {handout.planTitle}
        </Words>
        <Words look={look}>
          For {handout.patientName}, {formatDay(handout.madeOn)}
        </Words>
      </View>
      <View style={styles.code}>
        <PdfCode picture={codePicture(handout.address)} size={isLarge ? 96 : 76} />
        <Words look={look} kind="caption">
          Scan to see your plan
        </Words>
      </View>
    </View>
  );
}

/** What is all right, and when to ask for help. */
export function Safety({ look }: { look: HandoutStyles }) {
  const { styles } = look;
  return (
    <View style={styles.safety} wrap={false}>
      {SAFETY_LINES.map(({ key, title, words }, index) => (
        <View key={key} style={index > 0 ? [styles.safetyPart, styles.safetyNext] : styles.safetyPart}>
          <Words look={look} isStrong>
            {title}
          </Words>
          <Words look={look}>{words}</Words>
        </View>
      ))}
    </View>
  );
}

/** What there is to read or to answer; nothing for nothing. */
export function Tasks({ title, tasks, look }: { title: string; tasks: HandoutTask[]; look: HandoutStyles }) {
  const { styles } = look;
  if (tasks.length === 0) return null;
  return (
    <View style={styles.taskList}>
      <Words look={look} kind="h2">
        {title}
      </Words>
      {tasks.map((task) => (
        <View key={task.key} style={styles.bullet}>
          <Words look={look} kind="dot">
            •
          </Words>
          <Words look={look} kind="bulletWords">
            {taskInWords(task)}
          </Words>
        </View>
      ))}
    </View>
  );
}
