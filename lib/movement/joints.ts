/**
 * How far a joint goes, in degrees: [least, most], flexion, abduction, internal rotation and dorsiflexion positive. Adults without
 * complaints; passive and weight-bearing ends are taken where an exercise goes there (heel sitting, a lunge, a hand flat on the
 * floor). After Norkin and White, Measurement of Joint Motion, 5th edition (AAOS figures), and for the ankle under load Bennell
 * 1998; the spine's figures are for lumbar and thoracic regions as wholes.
 */
const RANGES = {
  hipFlexion: [-30, 135],
  hipAbduction: [-30, 70],
  hipRotation: [-70, 50],
  kneeFlexion: [-5, 160],
  ankleDorsiflexion: [-60, 45],
  /** Not an angle: from flat at 0 to as high as the muscles of the sole can draw the arch at 1. */
  footArch: [0, 1],
  toeExtension: [-40, 80],
  shoulderFlexion: [-60, 180],
  shoulderAbduction: [-60, 180],
  shoulderRotation: [-95, 95],
  elbowFlexion: [0, 150],
  /** From the thumb pointing forwards (mid-way): palm down or back is positive. */
  forearmPronation: [-90, 90],
  wristFlexion: [-95, 80],
  lowBackFlexion: [-35, 60],
  lowBackSideBend: [-25, 25],
  lowBackRotation: [-15, 15],
  upperBackFlexion: [-25, 45],
  upperBackSideBend: [-25, 25],
  upperBackRotation: [-45, 45],
  neckFlexion: [-60, 60],
  neckSideBend: [-45, 45],
  neckRotation: [-80, 80],
} as const satisfies Record<string, readonly [number, number]>;

export type JointName = keyof typeof RANGES;

/** The range of a joint's movement in degrees, least first. */
export function boundsOf(joint: JointName): readonly [number, number] {
  return RANGES[joint];
}
