import { FREEDOMS, JOINT_OF, SEGMENTS } from "./body";
import { boundsOf } from "./joints";
import { type BodyState, carries, type Placed, place } from "./kinematics";
import { type Frame, RADIAN, type Vector } from "./vector";

/** What must be zero: how far it is off, and how it changes when points of the body move. */
export type Residual = {
  off: number;
  /** Each moving point that counts, with the direction that makes `off` grow. */
  pulls: { segment: number; point: Vector; direction: Vector }[];
  /** How far off is as bad as an angle one spread away from where it was asked to be. */
  tolerance: number;
};

/** All that holds the body at a moment, told from where it is now. */
export type Rules = (placed: Placed) => Residual[];

/** How freely each number gives way to the contacts: a spread in degrees, or in heights for the first three. */
const SPREADS = FREEDOMS.map((name, index) => {
  if (index < 3) return 1;
  if (name === "pelvis.tilt") return 4;
  if (name.startsWith("pelvis")) return 2;
  if (/^(lowBack|upperBack)/.test(name)) return 2;
  if (name.startsWith("neck")) return 4;
  if (name.endsWith(".pronation")) return 6;
  if (/Hip\.(abduction|rotation)$/.test(name)) return 5;
  if (/Shoulder\.rotation$/.test(name)) return 6;
  if (/Wrist|Toes/.test(name)) return 14;
  return 9;
});

const ROUNDS = 24;
/** No joint turns further in one round, and no hip moves further, so that a far start does not overshoot. */
const LONGEST_TURN = 14;
/** A shift of a thousandth of the height counts like a fifth of a degree. */
const HEIGHT_IN_DEGREES = 200;
const LONGEST_SHIFT = 0.12;
/** Degrees: less than can be drawn. The first three numbers are heights, and far below it. */
const CLOSE_ENOUGH = 0.02;
const COUNTS = FREEDOMS.map((_, index) => index);

/**
 * The state nearest to `wanted` that keeps the rules and every joint within its range: a damped Gauss-Newton search that starts
 * from `wanted`, so that near moments give near answers. Contacts are held to thousandths of the body's height where the joints
 * allow it; whoever draws a figure is told by its test where they do not.
 */
export function settle(wanted: BodyState, base: Frame, rules: Rules): BodyState {
  let state = wanted.map(clamped);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = stepFrom(state, wanted, place(state, base), rules);
    const care = step.reduce(
      (least, by, index) => Math.min(least, (index < 3 ? LONGEST_SHIFT : LONGEST_TURN) / Math.max(Math.abs(by), 1e-9)),
      1,
    );
    const next = state.map((value, index) => clamped(value + care * (step[index] ?? 0), index));
    const moved = next.reduce((most, value, index) => {
      const by = Math.abs(value - (state[index] ?? 0));
      return Math.max(most, index < 3 ? by * HEIGHT_IN_DEGREES : by);
    }, 0);
    state = next;
    if (moved < CLOSE_ENOUGH) break;
  }
  return state;
}

function clamped(value: number, index: number): number {
  const joint = JOINT_OF[index];
  if (!joint) return value;
  const [least, most] = boundsOf(joint);
  return Math.min(most, Math.max(least, value));
}

/** Which hinges, in the order place() tells them, turn what is fixed to a segment: its own and those of all it hangs from. */
const HINGE_SEGMENTS = SEGMENTS.flatMap((segment, index) => segment.freedoms.map(() => index));
const CARRIED_BY: readonly number[][] = SEGMENTS.map((_, of) =>
  HINGE_SEGMENTS.flatMap((segment, index) => (carries(segment, of) ? [index] : [])),
);

function stepFrom(state: BodyState, wanted: BodyState, placed: Placed, rules: Rules): number[] {
  const slopes = rules(placed).map((residual) => ({ residual, slope: slopeOf(residual, placed) }));
  const used = COUNTS.filter((i) => slopes.some(({ slope }) => slope[i] !== 0));
  const step = wanted.map((value, index) => value - (state[index] ?? 0));
  const size = used.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  used.forEach((i, at) => {
    const weight = (SPREADS[i] ?? 1) ** -2;
    matrix[at * size + at] = weight;
    right[at] = weight * (step[i] ?? 0);
  });
  const touched = new Int32Array(size);
  const by = new Float64Array(size);
  for (const { residual, slope } of slopes) {
    const weight = residual.tolerance ** -2;
    let count = 0;
    for (let at = 0; at < size; at += 1) {
      const value = slope[used[at] ?? 0] ?? 0;
      if (value === 0) continue;
      touched[count] = at;
      by[count] = value;
      count += 1;
    }
    for (let a = 0; a < count; a += 1) {
      const at = touched[a] ?? 0;
      const pull = weight * (by[a] ?? 0);
      right[at] = (right[at] ?? 0) - pull * residual.off;
      for (let b = 0; b < count; b += 1) {
        const cell = at * size + (touched[b] ?? 0);
        matrix[cell] = (matrix[cell] ?? 0) + pull * (by[b] ?? 0);
      }
    }
  }
  freezeBounded(state, used, matrix, right);
  solveSymmetric(matrix, right);
  used.forEach((i, at) => {
    step[i] = right[at] ?? 0;
  });
  return step;
}

/** A joint at its end that is pushed further keeps still, so that the others take up what is left. */
function freezeBounded(state: BodyState, used: readonly number[], matrix: Float64Array, right: Float64Array): void {
  const size = used.length;
  used.forEach((i, at) => {
    const joint = JOINT_OF[i];
    if (!joint) return;
    const [least, most] = boundsOf(joint);
    const push = right[at] ?? 0;
    const value = state[i] ?? 0;
    if (!((value <= least && push < 0) || (value >= most && push > 0))) return;
    for (let j = 0; j < size; j += 1) {
      matrix[at * size + j] = 0;
      matrix[j * size + at] = 0;
    }
    matrix[at * size + at] = 1;
    right[at] = 0;
  });
}

/** How `off` changes with each number of the state: a turn moves a point across its arm, a shift moves all alike. */
function slopeOf(residual: Residual, placed: Placed): Float64Array {
  const slope = new Float64Array(FREEDOMS.length);
  for (const { segment, point, direction } of residual.pulls) {
    const [dx, dy, dz] = direction;
    slope[0] = (slope[0] ?? 0) + dx;
    slope[1] = (slope[1] ?? 0) + dy;
    slope[2] = (slope[2] ?? 0) + dz;
    for (const index of CARRIED_BY[segment] ?? []) {
      const hinge = placed.hinges[index];
      if (!hinge) continue;
      const [ax, ay, az] = hinge.axis;
      const x = point[0] - hinge.origin[0];
      const y = point[1] - hinge.origin[1];
      const z = point[2] - hinge.origin[2];
      const by = (ay * z - az * y) * dx + (az * x - ax * z) * dy + (ax * y - ay * x) * dz;
      slope[hinge.freedom] = (slope[hinge.freedom] ?? 0) + by * hinge.share * RADIAN;
    }
  }
  return slope;
}

/** Cholesky in place: the matrix is symmetric and, thanks to the spreads, positive. `right` becomes the answer. */
function solveSymmetric(m: Float64Array, right: Float64Array): void {
  const n = right.length;
  for (let j = 0; j < n; j += 1) {
    for (let i = j; i < n; i += 1) {
      let sum = m[i * n + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (m[i * n + k] ?? 0) * (m[j * n + k] ?? 0);
      m[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (m[j * n + j] ?? 1);
    }
  }
  for (let i = 0; i < n; i += 1) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (m[i * n + k] ?? 0) * (right[k] ?? 0);
    right[i] = sum / (m[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = right[i] ?? 0;
    for (let k = i + 1; k < n; k += 1) sum -= (m[k * n + i] ?? 0) * (right[k] ?? 0);
    right[i] = sum / (m[i * n + i] ?? 1);
  }
}
