import { z } from "zod";
import { BASES_DATA } from "./bases";
import { boundsOf, type JointName } from "./joints";
import { BASES, EASINGS, LAYERS, MUSCLES, PARTS, SIDES, SURFACES, VIEWS, WEIGHTS } from "./vocabulary";

/** An angle in degrees that a human joint can reach; anything else is refused with the range in the message. */
function angle(joint: JointName) {
  const [least, most] = boundsOf(joint);
  const message = `${joint} goes from ${least} to ${most} degrees`;
  return z.number({ error: "An angle in degrees." }).min(least, message).max(most, message).optional();
}

const hip = z.strictObject({
  flexion: angle("hipFlexion"),
  abduction: angle("hipAbduction"),
  rotation: angle("hipRotation"),
});
const shoulder = z.strictObject({
  flexion: angle("shoulderFlexion"),
  abduction: angle("shoulderAbduction"),
  rotation: angle("shoulderRotation"),
});

/** How the whole body lies in the room, in degrees away from its base: forwards or nose-down, to its right side, turned to its left. */
const attitude = z.strictObject({
  tilt: z.number().min(-180).max(180).optional(),
  list: z.number().min(-180).max(180).optional(),
  turn: z.number().min(-180).max(180).optional(),
});

function spine(part: "lowBack" | "upperBack" | "neck") {
  return z.strictObject({
    flexion: angle(`${part}Flexion`),
    sideBend: angle(`${part}SideBend`),
    rotation: angle(`${part}Rotation`),
  });
}

/**
 * The joint angles of a pose, in degrees with the field's signs: flexion, abduction, internal rotation and dorsiflexion are
 * positive; the spine bends forwards, to the right and turns to the left. What is not said stays as in the keyframe before, in
 * the first as in the base. A name without a side sets both sides.
 */
export const poseSchema = z.strictObject({
  pelvis: attitude.optional(),
  lowBack: spine("lowBack").optional(),
  upperBack: spine("upperBack").optional(),
  neck: spine("neck").optional(),
  hips: hip.optional(),
  leftHip: hip.optional(),
  rightHip: hip.optional(),
  knees: angle("kneeFlexion"),
  leftKnee: angle("kneeFlexion"),
  rightKnee: angle("kneeFlexion"),
  ankles: angle("ankleDorsiflexion"),
  leftAnkle: angle("ankleDorsiflexion"),
  rightAnkle: angle("ankleDorsiflexion"),
  toes: angle("toeExtension"),
  leftToes: angle("toeExtension"),
  rightToes: angle("toeExtension"),
  arches: angle("footArch"),
  leftArch: angle("footArch"),
  rightArch: angle("footArch"),
  shoulders: shoulder.optional(),
  leftShoulder: shoulder.optional(),
  rightShoulder: shoulder.optional(),
  elbows: angle("elbowFlexion"),
  leftElbow: angle("elbowFlexion"),
  rightElbow: angle("elbowFlexion"),
  forearms: angle("forearmPronation"),
  leftForearm: angle("forearmPronation"),
  rightForearm: angle("forearmPronation"),
  wrists: angle("wristFlexion"),
  leftWrist: angle("wristFlexion"),
  rightWrist: angle("wristFlexion"),
});
export type Pose = z.infer<typeof poseSchema>;

/** A part resting on something: it stays where it is between two keyframes that both have it, unless it slides. */
const contactSchema = z.strictObject({
  part: z.enum(PARTS),
  on: z.enum(SURFACES),
  slides: z.boolean().default(false),
  /** Where it comes to rest, x, when that is not the middle of the thing it rests on. */
  at: z.number().min(-2).max(2).optional(),
});

/** Two parts that touch, such as a hand on a knee: the first comes to the second. */
const touchSchema = z.strictObject({ part: z.enum(PARTS), to: z.enum(PARTS) });

const keyframeSchema = z.strictObject({
  label: z.string().trim().min(2).max(40),
  /** Time taken to come here from the keyframe before, for the first from the last; seconds. */
  seconds: z.number().min(0.2).max(10),
  /** Time it rests here, seconds. */
  hold: z.number().min(0).max(10).default(0),
  easing: z.enum(EASINGS).default("ease"),
  pose: poseSchema.default({}),
  /** Takes the place of the figure's contacts from here on. */
  contacts: z.array(contactSchema).max(12).optional(),
  touches: z.array(touchSchema).max(4).optional(),
  weight: z.enum(WEIGHTS).optional(),
});

/** Where a thing stands; x forwards from the body's middle and heights above the floor, in parts of the body's height. */
const place = { x: z.number().min(-2).max(2).default(0) };
const height = (usual: number) => z.number().min(0.02).max(0.8).default(usual);

export const propSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("mat") }),
  z.strictObject({ kind: z.literal("wall"), ...place }),
  z.strictObject({
    kind: z.literal("chair"),
    ...place,
    seat: height(0.27),
    /** Where its back stands, seen from the sitter; `beyond` is away from the watcher, `none` a bench or stool. */
    back: z.enum(["behind", "in-front", "beyond", "none"]).default("behind"),
    depth: z.number().min(0.1).max(1.2).default(0.25),
  }),
  z.strictObject({
    kind: z.literal("step"),
    ...place,
    height: height(0.1),
    depth: z.number().min(0.1).max(0.8).default(0.24),
  }),
  z.strictObject({
    kind: z.literal("table"),
    ...place,
    height: height(0.45),
    depth: z.number().min(0.1).max(1).default(0.3),
  }),
  /** Held between two parts, or between a part and a fixed point. */
  z.strictObject({
    kind: z.literal("band"),
    from: z.enum(PARTS),
    to: z.union([z.enum(PARTS), z.strictObject({ x: z.number(), y: z.number().min(0), z: z.number().default(0) })]),
  }),
  /** A loop round both legs. */
  z.strictObject({ kind: z.literal("loop-band"), around: z.enum(["thighs", "shins", "ankles", "feet"]) }),
  /** A roller or a ball lies under a part, or stands on the floor at x, or is held between the knees or in the hands. */
  z.strictObject({ kind: z.literal("roller"), ...place, under: z.enum(PARTS).optional(), radius: height(0.045) }),
  z.strictObject({
    kind: z.literal("ball"),
    ...place,
    between: z.enum(["knees", "hands"]).optional(),
    radius: height(0.06),
  }),
  z.strictObject({ kind: z.literal("dumb-bell"), in: z.enum(["left", "right", "both", "together"]) }),
  /** Rolled up under a part, or as a strap from the hands round a foot. */
  z.strictObject({
    kind: z.literal("towel"),
    under: z.enum(PARTS).optional(),
    around: z.enum(["leftFoot", "rightFoot"]).optional(),
  }),
]);
export type Prop = z.infer<typeof propSchema>;

const figureShape = z.strictObject({
  base: z.enum(BASES),
  view: z.enum(VIEWS),
  /** Degrees the watcher stands away from the view, towards the body's front; and how far above the body's level. */
  turn: z.number().min(-180).max(180).default(0),
  lookDown: z.number().min(0).max(40).default(0),
  /** The side that works as drawn; null when both do the same. */
  side: z.enum(SIDES).nullable().default(null),
  keyframes: z.array(keyframeSchema).min(1).max(6),
  contacts: z.array(contactSchema).max(12).optional(),
  touches: z.array(touchSchema).max(4).default([]),
  props: z.array(propSchema).max(6).default([]),
  muscles: z.array(z.enum(MUSCLES)).max(4),
  /** The part whose way is shown by a light arc. */
  arc: z.enum(PARTS).nullable().default(null),
  /** Which keyframe stands for the exercise when it is small, from 0; without it the one that is the end of the movement. */
  thumbnail: z.number().int().min(0).max(5).optional(),
  /** Parts drawn in front of everything, or behind, where depth alone would judge wrongly. */
  front: z.array(z.enum(LAYERS)).max(6).default([]),
  behind: z.array(z.enum(LAYERS)).max(6).default([]),
  person: z
    .strictObject({
      skin: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(2),
      hair: z.enum(["short", "bun", "long"]).default("short"),
      feet: z.enum(["shod", "bare"]).default("shod"),
    })
    .default({ skin: 2, hair: "short", feet: "shod" }),
  /** Shows only what is round this part, for a movement too small to see on the whole body. */
  focus: z.enum(PARTS).nullable().default(null),
});
/** The drawing of an exercise, as data. What a part rests on must be among its props. */
export const figureSchema = figureShape.superRefine(({ base, props, contacts, keyframes, thumbnail }, context) => {
  const there = new Set<string>(["floor", ...props.map(({ kind }) => kind)]);
  const check = (list: readonly z.infer<typeof contactSchema>[] | undefined, path: (string | number)[]) => {
    for (const [index, { on }] of (list ?? []).entries()) {
      const kind = on === "chair-back" ? "chair" : on;
      if (there.has(kind)) continue;
      context.addIssue({
        code: "custom",
        path: [...path, index, "on"],
        message: `There is no ${kind} among the props.`,
      });
    }
  };
  check(contacts, ["contacts"]);
  const own = contacts ?? keyframes[0]?.contacts;
  for (const { on } of own ? [] : BASES_DATA[base].contacts) {
    if (there.has(on)) continue;
    context.addIssue({
      code: "custom",
      path: ["base"],
      message: `${base} rests on a ${on}, and there is none among the props.`,
    });
    break;
  }
  for (const [index, keyframe] of keyframes.entries()) check(keyframe.contacts, ["keyframes", index, "contacts"]);
  if (thumbnail !== undefined && thumbnail >= keyframes.length) {
    context.addIssue({
      code: "custom",
      path: ["thumbnail"],
      message: `There are only ${keyframes.length} keyframes, from 0.`,
    });
  }
});
export type Figure = z.infer<typeof figureSchema>;
export type Contact = z.infer<typeof contactSchema>;
