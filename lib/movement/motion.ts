import { BASES_DATA, type BaseData } from "./bases";
import type { Contact, Figure } from "./figure-schema";
import { type BodyState, NEUTRAL, type Placed, place } from "./kinematics";
import { landmarkPoint, landmarksOf } from "./landmarks";
import { withPose } from "./pose";
import { type Held, rulesFor, type Touch } from "./rules";
import { settle } from "./solve";
import { planeOf } from "./surfaces";
import { distance, type Vector } from "./vector";
import type { Easing, Weight } from "./vocabulary";

/** The body at a keyframe: what it rests on, and where. */
export type Stop = { state: BodyState; placed: Placed; contacts: Held[]; touches: readonly Touch[]; weight: Weight };

/** The body at a moment between, with the part of the cycle's time that has gone, 0 to 1. */
export type Moment = { at: number; placed: Placed; state: BodyState; contacts: readonly Held[] };

const SAME_PLACE = 0.004;

/** The body at each keyframe, contacts kept. @throws when a contact rests on a prop the figure does not have. */
export function stopsOf(figure: Figure): Stop[] {
  const base = BASES_DATA[figure.base];
  let wanted = withPose(NEUTRAL, base.pose);
  let contacts: readonly Contact[] = figure.contacts ?? base.contacts;
  let touches: readonly Touch[] = figure.touches;
  let weight: Weight = "both";
  const stops: Stop[] = [];
  for (const keyframe of figure.keyframes) {
    wanted = withPose(wanted, keyframe.pose);
    contacts = keyframe.contacts ?? contacts;
    touches = keyframe.touches ?? touches;
    weight = keyframe.weight ?? weight;
    const before = stops.at(-1);
    const held = contacts.map((contact) => ({ ...contact, places: keptPlaces(contact, before?.contacts ?? []) }));
    const from = startOf(wanted, base, before);
    const state = settle(from, base.frame, rulesFor(figure, { contacts: held, touches, weight }));
    const placed = place(state, base.frame);
    stops.push({ state, placed, contacts: held.map((one) => withPlaces(one, placed)), touches, weight });
  }
  return stops;
}

/** The hips begin where they were; how high they must be, the contacts say. */
function startOf(wanted: BodyState, base: BaseData, before: Stop | undefined): BodyState {
  const [x = 0, y = base.height, z = 0] = before?.state ?? [];
  return [x, y, z, ...wanted.slice(3)];
}

function keptPlaces(contact: Contact, before: readonly Held[]): readonly Vector[] | null {
  if (contact.slides) return null;
  return before.find((one) => one.part === contact.part && one.on === contact.on && !one.slides)?.places ?? null;
}

function withPlaces(contact: Held, placed: Placed): Held {
  if (contact.slides) return { ...contact, places: null };
  return { ...contact, places: contact.places ?? landmarksOf(contact.part).map((mark) => landmarkPoint(placed, mark)) };
}

/** The whole cycle in moments: `steps` for each move, and a still pair for each rest. Its last moment is its first again. */
export function momentsOf(figure: Figure, stops: readonly Stop[], steps: number): Moment[] {
  const total = cycleSeconds(figure);
  const moments: Moment[] = [];
  let gone = 0;
  const add = (stop: Pick<Stop, "placed" | "state" | "contacts">) =>
    moments.push({ at: gone / total, placed: stop.placed, state: stop.state, contacts: stop.contacts });
  stops.forEach((stop, index) => {
    add(stop);
    const rest = figure.keyframes[index]?.hold ?? 0;
    if (rest > 0) {
      gone += rest;
      add(stop);
    }
    const next = stops[(index + 1) % stops.length];
    const goal = figure.keyframes[(index + 1) % stops.length];
    if (stops.length < 2 || !next || !goal) return;
    const start = gone;
    for (let step = 1; step < steps; step += 1) {
      gone = start + (goal.seconds * step) / steps;
      add(between(figure, stop, next, eased(goal.easing, step / steps)));
    }
    gone = start + goal.seconds;
  });
  const first = stops[0];
  if (first && stops.length > 1) add(first);
  return moments;
}

/** The time of one repetition as drawn, in seconds. */
export function cycleSeconds(figure: Figure): number {
  if (figure.keyframes.length < 2) return 1;
  return figure.keyframes.reduce((sum, { seconds, hold }) => sum + seconds + hold, 0);
}

/** The body part of the way from one stop to the next; 0 is the first, 1 the second. Contacts both have are kept on the way. */
export function between(
  figure: Figure,
  from: Stop,
  to: Stop,
  part: number,
): Pick<Stop, "placed" | "state" | "contacts"> {
  const base = BASES_DATA[figure.base];
  const contacts = from.contacts.flatMap((contact): Held[] => {
    const then = to.contacts.find((one) => one.part === contact.part && one.on === contact.on);
    if (!then) return [];
    const places = contact.places && then.places && samePlaces(contact.places, then.places) ? contact.places : null;
    const sliding = then.slides || contact.slides || places === null;
    if (sliding && !contact.slides && !then.slides && planeOf(figure, contact.on).x === null) return [];
    return [{ ...contact, slides: sliding, places: sliding ? null : places }];
  });
  const touches = from.touches.filter((touch) =>
    to.touches.some((one) => one.part === touch.part && one.to === touch.to),
  );
  const wanted = from.state.map((value, index) => value + ((to.state[index] ?? value) - value) * part);
  const state = settle(
    wanted,
    base.frame,
    rulesFor(figure, { contacts, touches, weight: from.weight === to.weight ? from.weight : "free" }),
  );
  return { state, placed: place(state, base.frame), contacts };
}

function samePlaces(a: readonly Vector[], b: readonly Vector[]): boolean {
  return a.every((point, index) => {
    const other = b[index];
    return other !== undefined && distance(point, other) < SAME_PLACE;
  });
}

/** How far a move has come when `part` of its time has gone, both 0 to 1. */
function eased(easing: Easing, part: number): number {
  switch (easing) {
    case "linear":
      return part;
    case "ease-in":
      return part * part;
    case "ease-out":
      return part * (2 - part);
    case "ease":
      return part * part * (3 - 2 * part);
  }
}
