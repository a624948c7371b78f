import type { Contact, Pose } from "./figure-schema";
import type { Frame } from "./vector";
import type { Base } from "./vocabulary";

export type BaseData = {
  /** Which way the hips face in the room before the pose turns them. */
  frame: Frame;
  /** Height of the hips' middle to begin the search from, in parts of the body's height. */
  height: number;
  pose: Pose;
  contacts: Contact[];
};

const on = (part: Contact["part"], surface: Contact["on"] = "floor"): Contact => ({ part, on: surface, slides: false });

const UPRIGHT: Frame = { front: [1, 0, 0], up: [0, 1, 0], right: [0, 0, 1] };
/** Face up, head to the left of the picture. */
const SUPINE: Frame = { front: [0, 1, 0], up: [-1, 0, 0], right: [0, 0, 1] };
/** Face down, head to the right. */
const PRONE: Frame = { front: [0, -1, 0], up: [1, 0, 0], right: [0, 0, 1] };
/** On the left side, head to the right, facing whoever looks from the side of the room. */
const ON_LEFT_SIDE: Frame = { front: [0, 0, 1], up: [1, 0, 0], right: [0, 1, 0] };

const RELAXED_ARMS: Pose = {
  shoulders: { flexion: 3, abduction: 6, rotation: 0 },
  elbows: 12,
  forearms: 0,
  wrists: 0,
};

export const BASES_DATA: Record<Base, BaseData> = {
  standing: {
    frame: UPRIGHT,
    height: 0.53,
    pose: { ...RELAXED_ARMS, hips: { flexion: 1, abduction: 1, rotation: -5 }, knees: 2, ankles: 1 },
    contacts: [on("leftFoot"), on("rightFoot")],
  },
  sitting: {
    frame: UPRIGHT,
    height: 0.33,
    pose: {
      ...RELAXED_ARMS,
      shoulders: { flexion: 22, abduction: 4, rotation: 0 },
      elbows: 45,
      hips: { flexion: 90, abduction: 4, rotation: 0 },
      knees: 90,
      ankles: 0,
    },
    contacts: [on("seat", "chair"), on("leftFoot"), on("rightFoot")],
  },
  "long-sitting": {
    frame: UPRIGHT,
    height: 0.07,
    pose: { ...RELAXED_ARMS, hips: { flexion: 90, abduction: 3, rotation: 0 }, knees: 0, ankles: -15 },
    contacts: [on("seat"), on("leftHeel"), on("rightHeel")],
  },
  kneeling: {
    frame: UPRIGHT,
    height: 0.28,
    pose: { ...RELAXED_ARMS, hips: { flexion: 0, abduction: 3, rotation: 0 }, knees: 90, ankles: -50 },
    contacts: [on("leftKnee"), on("rightKnee"), on("leftInstep"), on("rightInstep")],
  },
  "all-fours": {
    frame: PRONE,
    height: 0.29,
    pose: {
      hips: { flexion: 90, abduction: 2, rotation: 0 },
      knees: 90,
      ankles: -45,
      shoulders: { flexion: 90, abduction: 2, rotation: 0 },
      elbows: 3,
      forearms: 90,
      wrists: -88,
      neck: { flexion: -8 },
    },
    contacts: [on("leftKnee"), on("rightKnee"), on("leftInstep"), on("rightInstep"), on("leftHand"), on("rightHand")],
  },
  "lying-on-back": {
    frame: SUPINE,
    height: 0.07,
    pose: {
      shoulders: { flexion: -4, abduction: 16, rotation: 0 },
      elbows: 8,
      forearms: 60,
      wrists: 0,
      hips: { flexion: 0, abduction: 3, rotation: -8 },
      knees: 0,
      ankles: -20,
    },
    contacts: [
      on("seat"),
      on("upperBack"),
      on("head"),
      on("leftForearm"),
      on("rightForearm"),
      on("leftHeel"),
      on("rightHeel"),
    ],
  },
  "lying-on-front": {
    frame: PRONE,
    height: 0.07,
    pose: {
      shoulders: { flexion: 150, abduction: 25, rotation: 0 },
      elbows: 100,
      forearms: 40,
      wrists: 0,
      hips: { flexion: 0, abduction: 3, rotation: 0 },
      knees: 0,
      ankles: -50,
      neck: { flexion: -5 },
    },
    contacts: [on("seat"), on("upperBack"), on("leftInstep"), on("rightInstep")],
  },
  "side-lying": {
    frame: ON_LEFT_SIDE,
    height: 0.1,
    pose: {
      leftShoulder: { flexion: 175, abduction: 0, rotation: 0 },
      leftElbow: 25,
      rightShoulder: { flexion: 55, abduction: -5, rotation: 20 },
      rightElbow: 70,
      rightForearm: 60,
      hips: { flexion: 35, abduction: 0, rotation: 0 },
      knees: 60,
      ankles: -5,
    },
    contacts: [on("leftHip"), on("leftShoulder")],
  },
};
