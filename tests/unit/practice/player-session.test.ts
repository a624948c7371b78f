import { describe, expect, test } from "vitest";
import { cycleOf } from "@/lib/movement/cycle";
import { drawnAt } from "@/lib/movement/pace";
import { easierDose } from "@/lib/practice/easier";
import { type PlayerEvent, play } from "@/lib/practice/player";
import {
  canGoOn,
  endedWhereLeft,
  isForgotten,
  logBody,
  newlyClosed,
  openSession,
  putDown,
  type SessionLine,
  sessionBody,
} from "@/lib/practice/player-session";
import { playlistOf } from "@/lib/practice/player-steps";
import { finishSessionSchema, recordSchema } from "@/lib/practice/schemas";
import { dose, exercise, HOLD } from "./played";

const DAY = "2026-03-10";
const BEGIN = Date.parse("2026-03-10T09:00:00Z");
/** The device's clock is a year behind. */
const AHEAD = 365 * 86_400_000;

let made = 0;
const makeId = () => `01890000-0000-7000-8000-${String(++made).padStart(12, "0")}`;

const line = (title: string): SessionLine => ({
  ...exercise(title, HOLD),
  itemId: makeId(),
  key: makeId(),
  dueOn: DAY,
  occasion: 1,
});

function session(...titles: string[]) {
  const opened = openSession(titles.map(line), { day: DAY, isPaced: true, makeId });
  const playlist = playlistOf(opened.lines);
  const at = (seconds: number, ...events: PlayerEvent[]) => {
    let { state } = opened;
    for (const event of events) state = play(playlist, state, event, BEGIN + seconds * 1000 - AHEAD);
    return { ...opened, state };
  };
  return { opened, playlist, at };
}

describe("what is sent of a session", () => {
  test("a log as the command takes it, by the portal's clock, with its session's id", () => {
    const { playlist, at } = session("A", "B");
    const done = at(60, { do: "start" }, { do: "next" }, { do: "skip", reason: "tired" });
    expect(newlyClosed(done)).toEqual([0]);
    const body = logBody(done, playlist, 0, AHEAD);
    expect(recordSchema.safeParse(body).success).toBe(true);
    expect(body).toMatchObject({
      id: done.logIds[0],
      entries: [
        {
          id: done.logIds[0],
          planItemId: done.lines[0]?.itemId,
          outcome: "skipped",
          performedAt: "2026-03-10T09:01:00.000Z",
          sessionId: done.id,
        },
      ],
    });
    expect(newlyClosed({ ...done, handedOver: [true, false] })).toEqual([]);
    expect(logBody(done, playlist, 1, AHEAD)).toBeNull();
  });

  test("the session as the command takes it, no shorter than what was done in it; nothing of one that was never begun", () => {
    const { opened, playlist, at } = session("A");
    const told = { effortRpe: null, note: "" };
    const done = at(90, { do: "start" }, { do: "finish" });
    const backwards = { ...done, state: { ...done.state, activeMs: 50_400 } };
    const body = sessionBody(backwards, playlist, told, AHEAD);
    expect(finishSessionSchema.safeParse(body).success).toBe(true);
    expect(body).toEqual({
      id: done.id,
      startedAt: "2026-03-10T09:01:30.000Z",
      endedAt: "2026-03-10T09:02:20.000Z",
      activeSeconds: 50,
      effortRpe: null,
      note: "",
      endedEarly: true,
    });
    expect(sessionBody(opened, playlist, told, AHEAD)).toBeNull();
    expect(sessionBody(at(90, { do: "finish" }), playlist, told, AHEAD)).toBeNull();
  });
});

describe("a session that was left", () => {
  test("goes on while all that is open of it is still due, and when only its last questions are open", () => {
    const { at } = session("A", "B");
    const left = at(0, { do: "start" });
    expect(canGoOn(left, left.lines)).toBe(true);
    expect(canGoOn(left, left.lines.slice(1))).toBe(false);
    const skipped = at(0, { do: "skip", reason: "tired" });
    expect(canGoOn(skipped, skipped.lines.slice(1))).toBe(true);
    expect(canGoOn(at(0, { do: "start" }, { do: "finish" }), [])).toBe(true);
    expect(canGoOn(at(0, { do: "finish" }), left.lines)).toBe(false);
  });

  test("is forgotten after four hours, or on another day", () => {
    const hours = (count: number) => BEGIN + count * 3_600_000;
    const { opened } = session("A");
    expect(isForgotten(opened, { day: DAY, at: hours(4), touchedAt: BEGIN })).toBe(false);
    expect(isForgotten(opened, { day: DAY, at: hours(5), touchedAt: BEGIN })).toBe(true);
    expect(isForgotten(opened, { day: "2026-03-11", at: BEGIN, touchedAt: BEGIN })).toBe(true);
  });

  test("waits where it was put down, and ends with what was done of it when nobody comes back", () => {
    const { playlist, at } = session("A", "B");
    const started = at(0, { do: "start" });
    const touchedAt = BEGIN + 15_000 - AHEAD;
    let left = started;
    for (let ms = 0; ms <= 15_000; ms += 1_000) {
      left = { ...left, state: play(playlist, left.state, { do: "tick" }, BEGIN + ms - AHEAD) };
    }
    expect(putDown(left, touchedAt).state).toMatchObject({ pause: "asked", clock: { ran: 10_000, since: null } });
    const ended = endedWhereLeft(left, touchedAt);
    expect(newlyClosed(ended)).toEqual([0]);
    expect(logBody(ended, playlist, 0, AHEAD)?.entries[0]).toMatchObject({
      outcome: "partly",
      setsDone: 1,
      holdSecondsDone: 10,
      painNrs: null,
      performedAt: "2026-03-10T09:00:15.000Z",
    });
    expect(sessionBody(ended, playlist, { effortRpe: null, note: "" }, AHEAD)).toMatchObject({ endedEarly: true });
  });
});

describe("pictures and doses", () => {
  const keyframe = (seconds: number, hold: number) => ({ label: "", seconds, hold, easing: "ease" as const, pose: {} });

  test("a figure goes out, stays and comes back with the repetition", () => {
    const cycle = cycleOf({ keyframes: [keyframe(2, 0.5), keyframe(1, 1)] });
    expect(cycle).toEqual({ from: 0.5, turn: 1.5, leave: 2.5, total: 4.5 });
    if (!cycle) return;
    const at = (part: "go" | "stay" | "back", gone: number) => drawnAt(cycle, { part, gone });
    expect([at("go", 0), at("go", 0.5), at("stay", 0.3), at("back", 0), at("back", 1)]).toEqual([
      0.5, 1, 1.5, 2.5, 4.5,
    ]);
    expect(cycleOf({ keyframes: [keyframe(1, 1)] })).toBeNull();
  });

  test("an easier version is done as prescribed, without the weight, or as it is usually done when one is held", () => {
    const prescribed = dose({ loadKg: 8, tempo: "2-1-2", side: "left" });
    const usual = { repetitions: 6, holdSeconds: null, tempo: null };
    expect(easierDose(prescribed, usual)).toEqual({ ...prescribed, loadKg: null });
    expect(easierDose({ ...prescribed, ...HOLD }, usual)).toMatchObject({
      ...usual,
      sets: 2,
      side: "left",
      loadKg: null,
    });
  });
});
