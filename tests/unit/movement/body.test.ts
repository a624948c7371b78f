import { describe, expect, test } from "vitest";
import { BASES_DATA } from "@/lib/movement/bases";
import { ENDS, LENGTHS, segmentIndex } from "@/lib/movement/body";
import { cameraFor } from "@/lib/movement/camera";
import { type Figure, figureSchema } from "@/lib/movement/figure-schema";
import { NEUTRAL, place, pointOn } from "@/lib/movement/kinematics";
import { withPose } from "@/lib/movement/pose";
import { rememberedStill } from "@/lib/movement/remembered";
import { figureFaults } from "@/lib/movement/soundness";
import { movingDrawing, stillDrawing } from "@/lib/movement/stills";
import { movingMarkup, stillMarkup } from "@/lib/movement/svg";

const upright = BASES_DATA.standing.frame;
const posed = (pose: Figure["keyframes"][number]["pose"]) => place(withPose(NEUTRAL, pose), upright);
const joint = (pose: Parameters<typeof posed>[0], name: Parameters<typeof segmentIndex>[0]) =>
  posed(pose).joints[segmentIndex(name)] ?? [0, 0, 0];

const figure = (data: unknown) => figureSchema.parse(data);
const squat = figure({
  base: "standing",
  view: "side",
  side: "right",
  keyframes: [
    { label: "Stand", seconds: 2 },
    { label: "Squat", seconds: 2, pose: { hips: { flexion: 80 }, knees: 85, ankles: 25 } },
  ],
  muscles: ["front-thigh"],
});

describe("the field's signs", () => {
  test("flexion of hip and shoulder brings the limb forwards", () => {
    expect(joint({ hips: { flexion: 90 } }, "rightShank")[0]).toBeCloseTo(LENGTHS.thigh);
    expect(joint({ shoulders: { flexion: 90 } }, "leftForearm")[0]).toBeCloseTo(LENGTHS.upperArm);
  });

  test("flexion of the knee brings the heel back, of the elbow the hand forwards", () => {
    expect(joint({ knees: 90 }, "rightFoot")[0]).toBeCloseTo(-LENGTHS.shank);
    expect(joint({ elbows: 90 }, "rightHand")[0]).toBeCloseTo(LENGTHS.forearm);
  });

  test("abduction takes each leg to its own side", () => {
    expect(joint({ hips: { abduction: 30 } }, "rightShank")[2]).toBeGreaterThan(0.1);
    expect(joint({ hips: { abduction: 30 } }, "leftShank")[2]).toBeLessThan(-0.1);
  });

  test("internal rotation of a bent hip takes the foot outwards", () => {
    const pose = { hips: { flexion: 90, rotation: 30 }, knees: 90 };
    expect(joint(pose, "rightFoot")[2]).toBeGreaterThan(0.15);
    expect(joint(pose, "leftFoot")[2]).toBeLessThan(-0.15);
  });

  test("dorsiflexion lifts the toes", () => {
    const toes = (ankles: number) => pointOn(posed({ ankles }), segmentIndex("rightToeBox"), ENDS.toeTip)[1];
    expect(toes(20)).toBeGreaterThan(toes(0));
  });

  test("flexion of the spine brings the head forwards, side bend to the right, rotation turns the chest to the left", () => {
    expect(joint({ lowBack: { flexion: 40 } }, "neck")[0]).toBeGreaterThan(0.05);
    expect(joint({ lowBack: { sideBend: 20 } }, "neck")[2]).toBeGreaterThan(0.02);
    expect(posed({ upperBack: { rotation: 40 } }).frames[segmentIndex("chest")]?.front[2]).toBeLessThan(-0.5);
  });

  test("a side's own angle is laid over that of both", () => {
    expect(joint({ knees: 90, leftKnee: 0 }, "leftFoot")[0]).toBeCloseTo(0);
    expect(joint({ leftKnee: 0, knees: 90 }, "leftFoot")[0]).toBeCloseTo(0);
  });
});

describe("what a figure may say", () => {
  test("an angle no joint reaches is refused with the range", () => {
    const wrong = figureSchema.safeParse({
      base: "standing",
      view: "side",
      keyframes: [{ label: "Bent", seconds: 1, pose: { knees: 200 } }],
      muscles: [],
    });
    expect(wrong.error?.issues[0]?.path).toEqual(["keyframes", 0, "pose", "knees"]);
    expect(wrong.error?.issues[0]?.message).toBe("kneeFlexion goes from -5 to 160 degrees");
  });

  test("an unknown joint is refused", () => {
    const wrong = figureSchema.safeParse({
      base: "standing",
      view: "side",
      keyframes: [{ label: "Bent", seconds: 1, pose: { tail: 20 } }],
      muscles: [],
    });
    expect(wrong.success).toBe(false);
  });

  test("to rest on a chair that is not there is refused where it is said", () => {
    const lost = figureSchema.safeParse({
      base: "standing",
      view: "side",
      contacts: [{ part: "seat", on: "chair" }],
      keyframes: [{ label: "Sit", seconds: 1 }],
      muscles: [],
    });
    expect(lost.error?.issues[0]?.path).toEqual(["contacts", 0, "on"]);
    expect(lost.error?.issues[0]?.message).toBe("There is no chair among the props.");
  });
});

describe("what is seen", () => {
  test("from the side the right side is nearer and forwards is right; from the front the right side is on the left", () => {
    const side = cameraFor(squat, false);
    expect(side.spot([1, 0, 0])[0]).toBeCloseTo(1);
    expect(side.depth([0, 0, 1])).toBeGreaterThan(side.depth([0, 0, -1]));
    const front = cameraFor({ ...squat, view: "front" }, false);
    expect(front.spot([0, 0, 1])[0]).toBeCloseTo(-1);
    expect(front.depth([1, 0, 0])).toBeGreaterThan(front.depth([-1, 0, 0]));
  });

  test("mirrored, the drawing is as large and faces the other way", () => {
    const [one, other] = [stillDrawing(squat, "end"), stillDrawing(squat, "end", { mirrored: true })];
    expect([other.width, other.height]).toEqual([one.width, one.height]);
    expect(other.shapes.map(({ id }) => id)).toEqual(one.shapes.map(({ id }) => id));
    expect(other.shapes.map(({ d }) => d)).not.toEqual(one.shapes.map(({ d }) => d));
  });

  test("each frame of a moving shape has the same commands, so that a browser can flow from one to the next", () => {
    const { shapes, times } = movingDrawing(squat);
    const moving = shapes.flatMap((shape) => (shape.frames ? [shape.frames] : []));
    expect(moving.length).toBeGreaterThan(8);
    for (const frames of moving) {
      expect(frames).toHaveLength(times.length);
      const commands = (d: string) => d.replace(/[-\d. ]+/g, "");
      expect(new Set(frames.map(commands)).size).toBe(1);
    }
    expect([times[0], times.at(-1)]).toEqual([0, 1]);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test("the working muscle is tinted on the working side only", () => {
    const tints = stillDrawing(squat, "end").shapes.filter(({ tone }) => tone === "muscle");
    expect(tints.map(({ id }) => id)).toEqual(["front-thigh-right"]);
  });
});

describe("what is wrong with a figure is said", () => {
  test("a sound one has no fault", () => expect(figureFaults(squat)).toEqual([]));

  test("a hand that cannot reach the wall", () => {
    const far = figure({
      base: "standing",
      view: "side",
      props: [{ kind: "wall", x: 1.4 }],
      contacts: [
        { part: "leftFoot", on: "floor" },
        { part: "rightFoot", on: "floor", at: 0 },
        { part: "rightHand", on: "wall" },
      ],
      keyframes: [{ label: "Reach", seconds: 1, pose: { shoulders: { flexion: 90 } } }],
      muscles: [],
    });
    expect(figureFaults(far).join("\n")).toMatch(
      /rightHand is .*% of the body's height away from where it rests on the wall/,
    );
  });

  test("a foot that goes under the floor", () => {
    const under = figure({
      base: "lying-on-back",
      view: "side",
      contacts: [
        { part: "seat", on: "floor" },
        { part: "upperBack", on: "floor" },
      ],
      keyframes: [{ label: "Down", seconds: 1, pose: { hips: { flexion: -30 } } }],
      muscles: [],
    });
    expect(figureFaults(under).join("\n")).toMatch(/Foot is .* under the floor/);
  });
});

test("the markup of a drawing is paths, numbers and names of tones, and nothing else", () => {
  const VALUE = "[Mlqcaz\\d .;-]*";
  const path = `<path class="tone-[a-z-]+" d="${VALUE}"( stroke-width="\\d+")?( stroke-dasharray="7 9")?`;
  const animate = `<animate attributeName="d" dur="[\\d.]+s" repeatCount="indefinite" keyTimes="[\\d.;e-]*" values="${VALUE}"/>`;
  const only = new RegExp(`^(${path}(/>|>${animate}</path>))+$`);
  expect(movingMarkup(movingDrawing(squat))).toMatch(only);
  expect(stillMarkup(stillDrawing(squat, "end"))).toMatch(only);
});

test("a still asked for again is the same drawing, told apart by figure, moment and side", () => {
  const first = rememberedStill(squat, "end", false);
  expect(first).toEqual(stillDrawing(squat, "end"));
  expect(rememberedStill(structuredClone(squat), "end", false)).toBe(first);
  expect(rememberedStill(squat, "start", false)).not.toEqual(first);
  expect(rememberedStill(squat, "end", true)).toEqual(stillDrawing(squat, "end", { mirrored: true }));
  expect(rememberedStill({ ...squat, turn: 20 }, "end", false)).not.toEqual(first);
});
