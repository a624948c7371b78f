import { describe, expect, test } from "vitest";
import { type Cue, cueBetween, stepInWords } from "@/lib/practice/player-cues";
import { hasEndedEarly, logOf, totalsOf } from "@/lib/practice/player-log";
import { dose, exercise, HOLD, Played } from "./played";

const log = (session: Played, index = 0) => logOf(session.playlist, session.state, index)?.log;

describe("what is kept of an exercise", () => {
  test("all as prescribed is done, at the time its last set ended", () => {
    const session = new Played([exercise("Bridge", { loadKg: 5 })]).at(0, { do: "start" }).at(100);
    session.at(120, { do: "answer", painNrs: 3 });
    expect(logOf(session.playlist, session.state, 0)).toEqual({
      at: 95_000,
      log: {
        outcome: "done",
        skipReason: null,
        setsDone: 2,
        repetitionsDone: 10,
        holdSecondsDone: null,
        loadKg: 5,
        painNrs: 3,
        effortRpe: null,
        note: "",
      },
    });
  });

  test("repetitions that are held are known to be held at their pace, and not by taps", () => {
    const held = { holdSeconds: 5, sets: 1, repetitions: 2 };
    const paced = new Played([exercise("Bridge", held)]).at(0, { do: "start" }).at(60);
    expect(log(paced)).toMatchObject({ repetitionsDone: 2, holdSecondsDone: 5 });
    const tapped = new Played([exercise("Bridge", held)], false).at(0, { do: "start" }).at(20, { do: "set-done" });
    expect(log(tapped)).toMatchObject({ outcome: "done", repetitionsDone: 2, holdSecondsDone: null });
  });

  test("more than was asked shows in the last set, less in the mean and one by one", () => {
    const tap = (session: Played, at: number, times: number) => {
      for (let count = 0; count < times; count++) session.at(at, { do: "count" });
      return session.at(at, { do: "set-done" });
    };
    const more = new Played([exercise("Bridge", { restSeconds: 0 })], false).at(0, { do: "start" });
    tap(more, 10, 10);
    tap(more, 30, 12);
    expect(log(more)).toMatchObject({ outcome: "done", repetitionsDone: 12, note: "Repetitions, set by set: 10, 12." });
    const less = new Played([exercise("Bridge", { restSeconds: 0 })], false).at(0, { do: "start" });
    tap(less, 10, 10);
    tap(less, 30, 5);
    expect(log(less)).toMatchObject({ outcome: "partly", setsDone: 2, repetitionsDone: 7 });
  });

  test("sets of both sides count by the pair, and the note says which side", () => {
    const sides = { ...HOLD, side: "both", restSeconds: 0 } as const;
    const session = new Played([exercise("Clam", sides)]).at(0, { do: "start" }).at(84);
    session.at(84, { do: "skip", reason: "no-time" });
    expect(log(session)).toMatchObject({
      outcome: "partly",
      setsDone: 2,
      skipReason: null,
      note: "Left side 2 sets, right side 1 set. Stopped this exercise: no time today.",
    });
    const left = new Played([exercise("Clam", sides)]).at(0, { do: "start" }).at(26, { do: "finish" });
    expect(log(left)).toMatchObject({ setsDone: 1, note: "Left side only, 1 set." });
  });

  test("what was left out keeps its reason, and what nobody spoke of is not kept", () => {
    const session = new Played([exercise("A"), exercise("B")]).at(0, { do: "skip", reason: "no-equipment" });
    expect(log(session)).toMatchObject({
      outcome: "skipped",
      skipReason: "no-equipment",
      setsDone: null,
      painNrs: null,
    });
    session.at(1, { do: "finish" });
    expect(log(session, 1)).toBeUndefined();
    expect(hasEndedEarly(session.state)).toBe(true);
    expect(totalsOf(session.playlist, session.state)).toEqual({ exercises: 0, sets: 0, activeSeconds: 0 });
  });

  test("the easier version and what was chosen stand in the note; the worst pain counts", () => {
    const easier = { title: "Mini squat", dose: dose() };
    const session = new Played([exercise("Wall sit", { ...HOLD, loadKg: 2 }, { easier })])
      .at(0, { do: "start" })
      .at(25);
    session.at(25, { do: "skip", reason: "pain" }, { do: "answer", painNrs: 7 }, { do: "choose", choice: "easier" });
    session.at(26, { do: "start" }).at(90).at(91, { do: "answer", painNrs: 2 });
    expect(log(session)).toMatchObject({
      outcome: "done",
      setsDone: 2,
      repetitionsDone: null,
      holdSecondsDone: 20,
      loadKg: null,
      painNrs: 7,
      note: "Pain was over the limit: chose an easier version. 1 set done in the easier version, Mini squat.",
    });
    expect(hasEndedEarly(session.state)).toBe(false);
  });

  test("an easier version that was not begun after all is still pain that stopped it", () => {
    const easier = { title: "Mini squat", dose: dose({ sets: 1 }) };
    const session = new Played([exercise("Wall sit", { ...HOLD, sets: 1 }, { easier })]).at(0, {
      do: "skip",
      reason: "pain",
    });
    session.at(1, { do: "answer", painNrs: 8 }, { do: "choose", choice: "easier" });
    session.at(2, { do: "finish" }).at(3, { do: "answer", painNrs: null });
    expect(log(session)).toMatchObject({ outcome: "skipped", skipReason: "pain", painNrs: 8 });
  });
});

describe("what is heard", () => {
  test("each of the last three seconds of a count, a hold and a rest; and what comes next", () => {
    const session = new Played([exercise("Wall sit", HOLD)]).at(0, { do: "start" });
    const heard: [number, Cue][] = [];
    for (let at = 0.1; at < 60; at += 0.1) {
      const before = { state: session.state, at: Math.round((at - 0.1) * 1000) };
      session.at(at);
      const cue = cueBetween(session.playlist, before, { state: session.state, at: Math.round(at * 1000) });
      if (cue) heard.push([Math.round(at), cue]);
    }
    expect(heard).toEqual([
      ...[2, 3, 4].map((at) => [at, { sound: "tick", say: null }]),
      [5, { sound: "go", say: "Hold for 20 seconds." }],
      ...[22, 23, 24].map((at) => [at, { sound: "tick", say: null }]),
      [25, { sound: "end", say: "Rest for 30 seconds." }],
      ...[52, 53, 54].map((at) => [at, { sound: "tick", say: null }]),
      [55, { sound: "go", say: "Hold for 20 seconds." }],
    ]);
  });

  test("repetitions are counted aloud, and after ten minutes away one thing is said", () => {
    const session = new Played([exercise("Bridge", { tempo: "1-0-1" })]).at(0, { do: "start" }).at(8);
    const before = { state: session.state, at: 8000 };
    session.at(9);
    expect(cueBetween(session.playlist, before, { state: session.state, at: 9000 })).toEqual({
      sound: "count",
      say: "2",
    });
    session.asleep(700);
    const now = { state: session.state, at: 700_000 };
    expect(cueBetween(session.playlist, before, now)).toEqual({ sound: "end", say: "Rest for 30 seconds." });
    expect(cueBetween(session.playlist, now, now)).toBeNull();
  });

  test("each step in words", () => {
    const session = new Played([exercise("Clam", { ...HOLD, side: "both", sets: 1 })]);
    const said = [stepInWords(session.playlist, session.state)];
    for (const at of [1, 7, 30])
      said.push(stepInWords(session.playlist, session.at(at, ...(at === 1 ? [{ do: "start" } as const] : [])).state));
    expect(said).toEqual([
      "Next: Clam. 1 hold of 20 seconds on each side, rest 30 seconds.",
      "Get ready. Clam. Set 1 of 1, left side.",
      "Hold for 20 seconds.",
      "Switch sides. Set 1 of 1, right side.",
    ]);
  });
});
