import { LENGTHS, segmentIndex } from "./body";
import type { Camera, Spot } from "./camera";
import type { Figure, Prop } from "./figure-schema";
import { type Placed, pointOn } from "./kinematics";
import { landmarkPoint, landmarksOf, partPoint } from "./landmarks";
import { disc, heading, hull, leftOf, limb, line, mix, polygon } from "./outlines";
import { CHAIR_BACK_HEIGHT, CHAIR_BACK_THICKNESS, chairBackAt } from "./surfaces";
import { add, middle, scale, subtract, type Vector } from "./vector";
import type { Tone } from "./vocabulary";

/** `behind` stands behind the whole body, `before` in front of it, `between` lies between the legs. */
export type PropShape = { id: string; tone: Tone; d: string; line?: number; layer: "behind" | "between" | "before" };

type Box = { x: readonly [number, number]; y: readonly [number, number]; z: readonly [number, number] };

const CHAIR_HALF = 0.13;
const LEG = 0.018;
const BEFORE = 0.12;
const MAT = 0.02;
const LOOKS_DOWN = 5;
const ROUND_A_LIMB = 0.034;

function box(camera: Camera, { x, y, z }: Box): string {
  const corners = x.flatMap((a) => y.flatMap((b) => z.map((c): Vector => [a, b, c])));
  return polygon(hull(corners.map(camera.spot)));
}

/** A thing that stands on the floor between the body and the watcher hides the body. */
function standsBefore(prop: Prop, placed: Placed, camera: Camera): boolean {
  const hips = placed.joints[0];
  if (!("x" in prop) || !hips) return false;
  return camera.depth([prop.x, 0, 0]) - camera.depth([hips[0], 0, hips[2]]) > BEFORE;
}

/** One prop as shapes, where the body needs it at this moment. */
export function drawProp(prop: Prop, index: number, placed: Placed, camera: Camera): PropShape[] {
  const layer = standsBefore(prop, placed, camera) ? "before" : "behind";
  const shape = (name: string, tone: Tone, d: string, more: Partial<PropShape> = {}): PropShape => ({
    id: `${prop.kind}-${index}-${name}`,
    tone,
    d,
    layer,
    ...more,
  });
  switch (prop.kind) {
    case "mat":
      return [];
    case "wall": {
      const side = (placed.joints[0]?.[0] ?? 0) < prop.x ? 1 : -1;
      const x = [prop.x, prop.x + side * 0.035] as const;
      return [shape("face", "prop", box(camera, { x, y: [0, 1.12], z: [-0.3, 0.3] }))];
    }
    case "chair":
      return chair(prop, camera, shape);
    case "step":
      return [
        shape("block", "prop", box(camera, { x: around(prop.x, prop.depth), y: [0, prop.height], z: [-0.17, 0.17] })),
      ];
    case "table":
      return [
        shape(
          "top",
          "prop",
          box(camera, { x: around(prop.x, prop.depth), y: [prop.height - 0.03, prop.height], z: [-0.17, 0.17] }),
        ),
        ...legs(prop.x, prop.depth, prop.height - 0.03, camera).map((d, leg) => shape(`leg-${leg}`, "prop", d)),
      ];
    case "roller": {
      const x = prop.under ? partPoint(placed, prop.under)[0] : prop.x;
      const z = prop.under ? partPoint(placed, prop.under)[2] : 0;
      const [a, b] = [-0.13, 0.13].map((at) => camera.spot([x, prop.radius, z + at]));
      return a && b ? [shape("roll", "prop", limb(a, prop.radius, b, prop.radius))] : [];
    }
    case "ball":
      return [
        shape("ball", "band", disc(camera.spot(ballAt(prop, placed)), prop.radius), {
          layer: prop.between === "knees" ? "between" : prop.between ? "before" : "behind",
        }),
      ];
    case "band":
      return [shape("band", "band", line(bandSpots(prop, placed, camera)), { line: 0.014, layer: "before" })];
    case "loop-band":
      return [shape("loop", "band", line(loopEnds(prop.around, placed, camera)), { line: 0.024, layer: "before" })];
    case "dumb-bell":
      return dumbBells(prop, placed, camera).flatMap((bell, at) => [
        shape(`bar-${at}`, "prop-line", line(bell), { line: 0.016, layer: "before" }),
        ...bell.map((end, which) => shape(`disc-${at}-${which}`, "prop-line", disc(end, 0.028), { layer: "before" })),
      ]);
    case "towel":
      return towel(prop, placed, camera, shape);
  }
}

const around = (x: number, depth: number) => [x - depth / 2, x + depth / 2] as const;

function legs(x: number, depth: number, top: number, camera: Camera): string[] {
  const [start, end] = around(x, depth);
  return [start, end - LEG].flatMap((at) =>
    [-CHAIR_HALF, CHAIR_HALF - LEG].map((z) => box(camera, { x: [at, at + LEG], y: [0, top], z: [z, z + LEG] })),
  );
}

type Shaper = (name: string, tone: Tone, d: string, more?: Partial<PropShape>) => PropShape;

function chair(prop: Extract<Prop, { kind: "chair" }>, camera: Camera, shape: Shaper): PropShape[] {
  const [start, end] = around(prop.x, prop.depth);
  const z = [-CHAIR_HALF, CHAIR_HALF] as const;
  const y = [prop.seat - 0.06, prop.seat + CHAIR_BACK_HEIGHT] as const;
  const back: Box =
    prop.back === "beyond"
      ? { x: [start, end], y, z: [-CHAIR_HALF, -CHAIR_HALF + CHAIR_BACK_THICKNESS] }
      : { x: around(chairBackAt(prop), CHAIR_BACK_THICKNESS), y, z };
  return [
    ...legs(prop.x, prop.depth, prop.seat - 0.028, camera).map((d, leg) => shape(`leg-${leg}`, "prop", d)),
    ...(prop.back === "none" ? [] : [shape("back", "prop", box(camera, back))]),
    shape("seat", "prop-line", box(camera, { x: [start, end], y: [prop.seat - 0.028, prop.seat], z })),
  ];
}

function ballAt(prop: Extract<Prop, { kind: "ball" }>, placed: Placed): Vector {
  if (prop.between === "knees") return middle(partPoint(placed, "leftKnee"), partPoint(placed, "rightKnee"));
  if (prop.between === "hands") return middle(partPoint(placed, "leftHand"), partPoint(placed, "rightHand"));
  return [prop.x, prop.radius, 0];
}

/** A band fixed to something goes round the part it pulls: it ends at the part's further edge. */
function bandSpots({ from, to }: Extract<Prop, { kind: "band" }>, placed: Placed, camera: Camera): Spot[] {
  const [near, far] = [camera.spot(partPoint(placed, from)), camera.spot(bandEnd(to, placed))];
  if (typeof to === "string") return [near, far];
  return [stepFrom(near, heading(far, near).along, ROUND_A_LIMB), far];
}

function bandEnd(to: Extract<Prop, { kind: "band" }>["to"], placed: Placed): Vector {
  return typeof to === "string" ? partPoint(placed, to) : [to.x, to.y, to.z];
}

const LOOPS = {
  thighs: { segment: "Thigh", at: -0.19, radius: 0.045 },
  shins: { segment: "Shank", at: -0.08, radius: 0.04 },
  ankles: { segment: "Shank", at: -0.215, radius: 0.027 },
  feet: { segment: "Foot", at: -0.025, radius: 0.026 },
} as const;

/** The strand that shows: across both legs where they stand apart, else across the nearer one. */
function loopEnds(where: keyof typeof LOOPS, placed: Placed, camera: Camera): Spot[] {
  const { segment, at, radius } = LOOPS[where];
  const on: Vector = segment === "Foot" ? [0.05, at, 0] : [0, at, 0];
  const points = (["left", "right"] as const).map((side) => pointOn(placed, segmentIndex(`${side}${segment}`), on));
  const [left, right] = points;
  if (!left || !right) return [];
  const [a, b] = [camera.spot(left), camera.spot(right)];
  const { along, far } = heading(a, b);
  if (far > radius) return [stepFrom(a, along, -radius), stepFrom(b, along, radius)];
  const near = camera.depth(left) > camera.depth(right) ? left : right;
  const side = near === left ? "left" : "right";
  const length = segment === "Foot" ? 0.02 : 0.05;
  const further = camera.spot(pointOn(placed, segmentIndex(`${side}${segment}`), [on[0], on[1] - length, 0]));
  const across = leftOf(heading(camera.spot(near), further).along);
  return [stepFrom(camera.spot(near), across, -radius), stepFrom(camera.spot(near), across, radius)];
}

const stepFrom = (spot: Spot, along: Spot, by: number): Spot => [spot[0] + along[0] * by, spot[1] + along[1] * by];

function dumbBells(prop: Extract<Prop, { kind: "dumb-bell" }>, placed: Placed, camera: Camera): Spot[][] {
  if (prop.in === "together") {
    const at = add(middle(partPoint(placed, "leftHand"), partPoint(placed, "rightHand")), [0.02, 0, 0]);
    return [[camera.spot(add(at, [0, 0.055, 0])), camera.spot(add(at, [0, -0.055, 0]))]];
  }
  const sides = prop.in === "both" ? (["left", "right"] as const) : [prop.in];
  return sides.map((side) => {
    const hand = segmentIndex(`${side}Hand`);
    const palm = pointOn(placed, hand, [0.018, -LENGTHS.hand * 0.6, 0]);
    const along = placed.frames[hand]?.right ?? [0, 0, 1];
    return [camera.spot(add(palm, scale(along, -0.055))), camera.spot(add(palm, scale(along, 0.055)))];
  });
}

function towel(prop: Extract<Prop, { kind: "towel" }>, placed: Placed, camera: Camera, shape: Shaper): PropShape[] {
  if (prop.under) {
    const [mark] = landmarksOf(prop.under);
    if (!mark) return [];
    const at = landmarkPoint(placed, mark);
    return [shape("roll", "band", disc(camera.spot([at[0], 0.028, at[2]]), 0.028), { layer: "between" })];
  }
  if (!prop.around) return [];
  const foot = segmentIndex(prop.around);
  const sole = camera.spot(pointOn(placed, foot, [0.06, -0.045, 0]));
  return (["left", "right"] as const).map((side) => {
    const hand = camera.spot(partPoint(placed, `${side}Hand`));
    return shape(`strap-${side}`, "band", line([hand, mix(hand, sole, 0.98)]), { line: 0.012, layer: "before" });
  });
}

/** A mat under all that lies on the floor, and the line of the floor itself, across a width of the picture. */
export function drawGround(
  figure: Pick<Figure, "props" | "lookDown">,
  camera: Camera,
  body: { least: Vector; most: Vector },
): PropShape[] {
  const reach = subtract(body.most, body.least);
  const mat = figure.props.some((prop) => prop.kind === "mat");
  const spread = 0.06;
  const x = [body.least[0] - spread, body.most[0] + spread] as const;
  const halfDepth = Math.max(0.2, Math.min(0.34, reach[2] / 2 + spread));
  const z = [-halfDepth, halfDepth] as const;
  const drop = mat ? MAT : 0;
  // Seen from above there is no line to stand on: the mat, or a patch of floor of its size, takes its place.
  if (figure.lookDown > LOOKS_DOWN) {
    return [{ id: "mat", tone: "mat", d: box(camera, { x, y: [-MAT, 0], z }), layer: "behind" }];
  }
  const floor = ([ends, at]: [readonly [number, number], "x" | "z"]): Spot[] =>
    ends.map((end) => camera.spot(at === "x" ? [end, -drop, 0] : [0, -drop, end]));
  const things = figure.props.flatMap((prop) => ("x" in prop ? [prop.x - 0.16, prop.x + 0.16] : []));
  const spots = [
    ...floor([[Math.min(x[0] - 0.1, ...things), Math.max(x[1] + 0.1, ...things)], "x"]),
    ...floor([[z[0] - 0.1, z[1] + 0.1], "z"]),
  ];
  const xs = spots.map(([at]) => at);
  const ground = camera.spot([0, -drop, 0])[1];
  return [
    {
      id: "floor",
      tone: "floor",
      d: line([
        [Math.min(...xs), ground],
        [Math.max(...xs), ground],
      ]),
      line: 0.008,
      layer: "behind",
    },
    ...(mat
      ? [{ id: "mat", tone: "mat" as const, d: box(camera, { x, y: [-drop, 0], z }), layer: "behind" as const }]
      : []),
  ];
}
