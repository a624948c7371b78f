/**
 * What to do after pain above the limit of an exercise (both 0-10, numeric rating scale); null when pain is within it or was
 * not given. Adults with joint or back pain doing prescribed exercise: published pain-monitoring models differ in where they
 * draw the first lines, but agree that pain should not pass 5 and should settle by the next morning (Thomee 1997 and later clinic
 * guides). The limit itself is the clinician's, set for each exercise. The signs for help the same day follow NHS guidance on knee pain.
 */
export function painAdvice(log: {
  painNrs: number | null;
  painCeiling: number;
}): { title: string; steps: string[]; help: string } | null {
  if (log.painNrs === null || log.painNrs <= log.painCeiling) return null;
  return {
    title: `Pain ${log.painNrs} is above the limit for this exercise, which is ${log.painCeiling}.`,
    steps: [
      "Ease off: do less, make the movement smaller, or stop this exercise for today.",
      "The pain should settle by tomorrow morning.",
      "If it has not settled by then, or it happens again, contact your clinic before you do this exercise again.",
    ],
    help: "Ring your clinic or 111 today if you cannot put weight on the leg, the joint locks or gives way, or it is hot or very swollen.",
  };
}
