import type { Camera } from "./camera";
import { drawHead } from "./draw-head";
import { drawArm, drawLeg } from "./draw-limbs";
import { drawMuscles } from "./draw-muscles";
import { drawGround, drawProp, type PropShape } from "./draw-props";
import { drawHips, drawNeck, drawShirt } from "./draw-trunk";
import type { Figure } from "./figure-schema";
import type { Placed } from "./kinematics";
import type { Stacking } from "./stacking";
import type { Vector } from "./vector";
import { type Layer, SIDES, type Tone } from "./vocabulary";

/** A shape of one moment, before it is put into a picture; a line's width is in parts of the body's height. */
export type Piece = { id: string; tone: Tone; d: string; line?: number };
/** Everything at one moment, in drawing order. The same figure gives the same shapes in the same order at each moment. */
export function paint(
  figure: Figure,
  placed: Placed,
  camera: Camera,
  stacking: Stacking,
  body: { least: Vector; most: Vector },
): Piece[] {
  const props = figure.props.flatMap((prop, index) => drawProp(prop, index, placed, camera));
  const tints = drawMuscles(figure, placed, camera);
  const order = stacking.order;
  const waits = (layer: Layer) => !stacking.far.has(layer) && order.indexOf(layer) < order.indexOf("trunk");
  const tinted = (layer: Layer): Piece[] =>
    tints
      .filter((tint) => (tint.overShirt && waits(tint.layer) ? layer === "trunk" : layer === tint.layer))
      .map(({ id, d }) => ({ id, tone: "muscle", d }));
  const strip = ({ layer: _, ...piece }: PropShape): Piece => piece;
  const at = (place: PropShape["layer"]) => props.filter(({ layer }) => layer === place).map(strip);
  const nearLeg = order.findLast((layer) => layer.endsWith("Leg"));
  return [
    ...drawGround(figure, camera, body).map(strip),
    ...at("behind"),
    ...order.flatMap((layer) => [
      ...(layer === nearLeg ? at("between") : []),
      ...paintLayer(layer, figure, placed, camera, stacking, tinted(layer)),
    ]),
    ...at("before"),
  ];
}

function paintLayer(
  layer: Layer,
  figure: Figure,
  placed: Placed,
  camera: Camera,
  stacking: Stacking,
  tints: Piece[],
): Piece[] {
  const far = stacking.far.has(layer);
  const tone = (near: "skin" | "shirt" | "trousers" | "shoe"): Tone => (far ? `${near}-far` : near);
  if (layer === "trunk") {
    return [
      { id: "hips", tone: "trousers", d: drawHips(placed, camera) },
      { id: "shirt", tone: "shirt", d: drawShirt(placed, camera) },
      ...tints,
    ];
  }
  if (layer === "head") return paintHead(figure, placed, camera, stacking);
  for (const side of SIDES) {
    if (layer === `${side}Leg`) {
      const { thigh, shank, foot } = drawLeg(placed, camera, side, figure.person.feet);
      return [
        { id: `${side}-foot`, tone: tone(figure.person.feet === "bare" ? "skin" : "shoe"), d: foot },
        { id: `${side}-shank`, tone: tone("trousers"), d: shank },
        { id: `${side}-thigh`, tone: tone("trousers"), d: thigh },
        ...tints,
      ];
    }
    if (layer === `${side}Arm`) {
      const { upperArm, sleeve, forearm, hand } = drawArm(placed, camera, side);
      return [
        { id: `${side}-hand`, tone: tone("skin"), d: hand },
        { id: `${side}-upper-arm`, tone: tone("skin"), d: upperArm },
        { id: `${side}-forearm`, tone: tone("skin"), d: forearm },
        { id: `${side}-sleeve`, tone: tone("shirt"), d: sleeve },
        ...(far || stacking.far.size === 0
          ? []
          : [{ id: `${side}-sleeve-edge`, tone: "shirt-far" as const, d: sleeve, line: 0.005 }]),
        ...tints,
      ];
    }
  }
  return [];
}

const LOOKS_HERE = 0.3;

/** A bun cannot lie on the floor; it goes up to the crown. */
function hairOf({ base, person }: Figure) {
  return person.hair === "bun" && base === "lying-on-back" ? "top-bun" : person.hair;
}

function paintHead(figure: Figure, placed: Placed, camera: Camera, stacking: Stacking): Piece[] {
  const { face, hair, bun, ear, eyes } = drawHead(placed, camera, hairOf(figure));
  const back: Piece[] = bun ? [{ id: "hair-back", tone: "hair", d: bun }] : [];
  const front: Piece[] = [{ id: "hair", tone: "hair", d: hair }];
  const neck: Piece = { id: "neck", tone: "skin-far", d: drawNeck(placed, camera) };
  const { facing } = stacking;
  // Hair at the back hangs over the neck seen from the side, behind it when the face looks here, over all when it looks away.
  return [
    ...(facing > LOOKS_HERE ? [...back, neck] : [neck, ...(facing < -LOOKS_HERE ? [] : back)]),
    { id: "face", tone: "skin", d: face },
    { id: "eyes", tone: "hair", d: eyes },
    ...front,
    ...(Math.abs(facing) < 0.8 ? [{ id: "ear", tone: "skin-far" as const, d: ear }] : []),
    ...(facing < -LOOKS_HERE ? back : []),
  ];
}
