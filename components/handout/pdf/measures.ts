import { StyleSheet } from "@react-pdf/renderer";
import type { HandoutSize } from "@/lib/export/vocabulary";
import { HANDOUT_FONTS } from "./fonts";

export const INK = "#000000";
const SOFT = "#333333";
export const RULE = "#8c8c8c";
/** Between the two pictures of an exercise, in points. */
export const PICTURE_GAP = 8;
/** Of an A4 page, in points. */
const MARGIN = 40;

/** Every measure that the size of print changes, in points. */
const MEASURES = {
  normal: {
    text: 10,
    small: 8.5,
    lead: 11,
    title: 13,
    head: 24,
    picture: 106,
    pictureHeight: 100,
    label: 148,
    box: 9,
    row: 25,
  },
  large: {
    text: 16,
    small: 14,
    lead: 18,
    title: 21,
    head: 32,
    picture: 190,
    pictureHeight: 124,
    label: 150,
    box: 16,
    row: 38,
  },
} as const;

/** The styles of the handout in one size of print. */
export function stylesOf(size: HandoutSize) {
  const m = MEASURES[size];
  const isLarge = size === "large";
  const styles = StyleSheet.create({
    page: {
      paddingTop: 36,
      paddingBottom: isLarge ? 60 : 52,
      paddingHorizontal: MARGIN,
      fontFamily: HANDOUT_FONTS as never,
      fontSize: m.text,
      color: INK,
    },
    text: { fontSize: m.text, lineHeight: 1.35 },
    strong: { fontWeight: 700 },
    soft: { color: SOFT },
    small: { fontSize: m.small },
    head: { flexDirection: "row", justifyContent: "space-between", gap: 16, marginBottom: 10 },
    headWords: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
    h1: { fontSize: m.head, fontWeight: 700, lineHeight: 1.1, marginTop: 3, marginBottom: 4 },
    h2: { fontSize: m.title + 2, fontWeight: 700, lineHeight: 1.2, marginBottom: 4 },
    code: { alignItems: "center", gap: 6, width: isLarge ? 150 : 110 },
    draft: { borderWidth: 1.5, borderColor: INK, padding: 5, marginBottom: 8, fontWeight: 700 },
    safety: {
      flexDirection: isLarge ? "column" : "row",
      gap: isLarge ? 6 : 0,
      borderWidth: 1.5,
      borderColor: INK,
      borderRadius: 4,
      paddingVertical: 7,
      paddingHorizontal: isLarge ? 12 : 0,
      marginBottom: 14,
    },
    safetyPart: isLarge ? {} : { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingHorizontal: 9 },
    safetyNext: isLarge ? {} : { borderLeftWidth: 0.75, borderLeftColor: RULE },
    block: { flexDirection: "row", paddingBottom: isLarge ? 22 : 14 },
    gutter: { width: isLarge ? 38 : 28, position: "relative" },
    rail: {
      position: "absolute",
      left: isLarge ? 14 : 10.5,
      top: 4,
      bottom: isLarge ? -26 : -18,
      width: 0.9,
      backgroundColor: RULE,
    },
    number: {
      width: isLarge ? 29 : 22,
      height: isLarge ? 29 : 22,
      borderRadius: isLarge ? 15 : 11,
      borderWidth: 1.25,
      borderColor: INK,
      backgroundColor: "#ffffff",
      alignItems: "center",
      justifyContent: "center",
    },
    numberWords: { fontSize: m.text + 1, fontWeight: 700, lineHeight: 1 },
    inside: {
      flexGrow: 1,
      flexShrink: 1,
      flexBasis: 0,
      flexDirection: isLarge ? "column" : "row",
      gap: isLarge ? 8 : 14,
    },
    pictures: { flexDirection: "row", gap: PICTURE_GAP, width: isLarge ? "100%" : 2 * m.picture + PICTURE_GAP },
    picturesOver: { alignItems: "center", gap: 4, width: isLarge ? "100%" : 2 * m.picture + PICTURE_GAP },
    caption: { fontSize: m.small, color: SOFT, textAlign: "center", marginTop: 2 },
    words: isLarge ? {} : { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
    title: { fontSize: m.title, fontWeight: 700, lineHeight: 1.2 },
    dose: { fontSize: m.lead, fontWeight: 700, lineHeight: 1.25, marginTop: 2 },
    when: { marginTop: 1 },
    note: { borderLeftWidth: 2, borderLeftColor: INK, paddingLeft: 7, marginTop: 5 },
    bullets: { marginTop: 4 },
    bullet: { flexDirection: "row" },
    dot: { width: isLarge ? 16 : 10 },
    bulletWords: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
    stop: { marginTop: 4 },
    tasks: {
      flexDirection: isLarge ? "column" : "row",
      gap: 20,
      borderTopWidth: 0.75,
      borderTopColor: RULE,
      paddingTop: 10,
      marginTop: isLarge ? 0 : 24,
      marginBottom: isLarge ? 18 : 0,
    },
    taskList: isLarge ? {} : { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
    week: { marginTop: isLarge ? 14 : 8 },
    row: { flexDirection: "row", borderBottomWidth: 0.75, borderBottomColor: RULE },
    firstRow: { borderTopWidth: 0.75, borderTopColor: RULE },
    label: { width: m.label, paddingVertical: 5, paddingRight: 6, justifyContent: "center" },
    cells: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
    dayHead: {
      flexGrow: 1,
      flexShrink: 1,
      flexBasis: 0,
      alignItems: "center",
      justifyContent: "center",
      paddingVertical: 3,
    },
    notes: { marginTop: 14 },
    line: { borderBottomWidth: 0.75, borderBottomColor: RULE, height: isLarge ? 34 : 26 },
    foot: {
      position: "absolute",
      left: MARGIN,
      right: MARGIN,
      bottom: 24,
      flexDirection: "row",
      justifyContent: "space-between",
      gap: 12,
      borderTopWidth: 0.75,
      borderTopColor: RULE,
      paddingTop: 5,
      fontSize: m.small,
      color: SOFT,
    },
  });
  // An exercise of more letters than this might not fit on a page of its own.
  const mostLetters = isLarge ? 800 : 2500;
  return {
    styles,
    pictureWidth: m.picture,
    pictureHeight: m.pictureHeight,
    box: m.box,
    rowHeight: m.row,
    mostLetters,
    isLarge,
  };
}
export type HandoutStyles = ReturnType<typeof stylesOf>;
