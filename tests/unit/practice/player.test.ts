import { describe, expect, test } from "vitest";
import { backTo } from "@/lib/practice/player-course";
import { countedRepetitions, elapsedMs, repetitionPart, secondsLeft } from "@/lib/practice/player-state";
import { playlistOf, workOf } from "@/lib/practice/player-steps";
import { dose, exercise, HOLD, Played, told } from "./played";

describe("the steps of a session", () => {
  test("an exercise is introduced, counted in, done with rests between its sets, and asked about", () => {
    expect(told(playlistOf([exercise("Bridge"), exercise("Wall sit", { ...HOLD, sets: 1 })]))).toEqual([
      "intro Bridge",
      "ready 5 Bridge 1",
      "work Bridge 1",
      "rest 30 Bridge 2",
      "work Bridge 2",
      "ask Bridge",
      "intro Wall sit",
      "ready 5 Wall sit 1",
      "work Wall sit 1",
      "ask Wall sit",
    ]);
  });

  test("both sides: all of the left, then a switch, then all of the right", () => {
    expect(told(playlistOf([exercise("Clam", { side: "both" })])).filter((step) => !/intro|ask/.test(step))).toEqual([
      "ready 5 Clam 1 left",
      "work Clam 1 left",
      "rest 30 Clam 2 left",
      "work Clam 2 left",
      "switch 30 Clam 1 right",
      "work Clam 1 right",
      "rest 30 Clam 2 right",
      "work Clam 2 right",
    ]);
    const restless = told(playlistOf([exercise("Clam", { side: "both", sets: 1, restSeconds: 0 })]));
    expect(restless).toContain("switch 10 Clam 1 right");
  });

  test("alternating switches within a set, one side never; without rest a set is counted in all the same", () => {
    const alternating = told(playlistOf([exercise("Bug", { side: "alternating", restSeconds: 0 })]));
    expect(alternating.slice(1, -1)).toEqual(["ready 5 Bug 1", "work Bug 1", "ready 5 Bug 2", "work Bug 2"]);
    expect(told(playlistOf([exercise("Bug", { side: "left", sets: 1 })]))).toContain("work Bug 1 left");
  });

  test("lines of a superset are done in turn, set by set, and rest after each round for the longest among them", () => {
    const steps = told(
      playlistOf([
        exercise("A", { sets: 3, restSeconds: 20 }, { superset: "s" }),
        exercise("Alone", { sets: 1 }),
        exercise("B", { sets: 2, restSeconds: 45 }, { superset: "s" }),
      ]),
    );
    expect(steps).toEqual([
      "intro A",
      "ready 5 A 1",
      "work A 1",
      "intro B",
      "ready 5 B 1",
      "work B 1",
      "rest 45 A 2",
      "work A 2",
      "ready 5 B 2",
      "work B 2",
      "rest 45 A 3",
      "work A 3",
      "ask A",
      "ask B",
      "intro Alone",
      "ready 5 Alone 1",
      "work Alone 1",
      "ask Alone",
    ]);
  });

  test("nothing due is nothing to do", () => {
    expect(playlistOf([]).steps).toEqual([]);
  });

  test("a repetition takes its tempo, is held at its far end, and takes three seconds without one", () => {
    expect(workOf(dose({ tempo: "2-1-3" }))).toEqual({ kind: "repetitions", count: 10, go: 2, stay: 1, back: 3 });
    expect(workOf(dose({ holdSeconds: 5 }))).toMatchObject({ go: 1.5, stay: 5, back: 1.5 });
    expect(workOf(dose({ tempo: "0-0-0" }))).toMatchObject({ go: 1.5, stay: 0, back: 1.5 });
    expect(workOf(dose(HOLD))).toEqual({ kind: "hold", seconds: 20 });
  });
});

describe("a session by itself", () => {
  test("runs hands-free from the start to the question", () => {
    const session = new Played([exercise("Wall sit", HOLD)]);
    expect(session.at(100).now).toBe("intro Wall sit");
    session.at(100, { do: "start" });
    expect(session.state.startedAt).toBe(100_000);
    expect(secondsLeft(session.playlist, session.state, 100_000)).toBe(5);
    expect(session.at(104.9).now).toBe("ready 5 Wall sit 1");
    expect(session.at(105).now).toBe("work Wall sit 1");
    expect(secondsLeft(session.playlist, session.state, 105_100)).toBe(20);
    expect(session.at(125).now).toBe("rest 30 Wall sit 2");
    expect(session.at(155).now).toBe("work Wall sit 2");
    expect(session.at(175).now).toBe("ask Wall sit");
    expect(session.state.sets).toMatchObject([{ holdSeconds: 20, isWhole: true }, { holdSeconds: 20 }]);
    expect(session.state.activeMs).toBe(75_000);
    session.at(300, { do: "answer", painNrs: null });
    expect(session).toMatchObject({ now: "over", state: { endedAt: 300_000, activeMs: 75_000 } });
  });

  test("the step begins when the one before it ended, however late that is noticed", () => {
    const session = new Played([exercise("Wall sit", HOLD)]).at(0, { do: "start" }).at(4).asleep(6.3);
    expect(elapsedMs(session.state, 6300)).toBe(1300);
    expect(session.at(25).now).toBe("rest 30 Wall sit 2");
  });

  test("repetitions are counted at their pace, and a tap counts one at once", () => {
    const session = new Played([exercise("Bridge", { tempo: "2-1-1", sets: 1 })]).at(0, { do: "start" });
    session.at(5 + 9);
    expect(countedRepetitions(session.playlist, session.state, 14_000)).toBe(2);
    expect(repetitionPart(session.playlist, session.state, 14_000)).toEqual({ part: "go", gone: 0.5 });
    expect(repetitionPart(session.playlist, session.state, 15_500)).toEqual({ part: "stay", gone: 0.5 });
    session.at(14, { do: "count" });
    expect(countedRepetitions(session.playlist, session.state, 14_000)).toBe(3);
    expect(session.at(14 + 27.9).now).toBe("work Bridge 1");
    expect(session.at(14 + 28).now).toBe("ask Bridge");
    expect(session.state.sets).toMatchObject([{ repetitions: 10, isWhole: true }]);
  });

  test("by taps nothing runs away: more than was asked can be counted, and the person says when the set is done", () => {
    const session = new Played([exercise("Bridge", { sets: 2 })], false).at(0, { do: "start" }).at(5);
    for (let tap = 1; tap <= 12; tap++) session.at(5 + tap * 2, { do: "count" });
    expect(session.at(60).now).toBe("work Bridge 1");
    session.at(60, { do: "set-done" });
    expect(session.now).toBe("rest 30 Bridge 2");
    session.at(95, { do: "set-done" });
    expect(session.now).toBe("ask Bridge");
    expect(session.state.sets).toMatchObject([{ repetitions: 12 }, { repetitions: 10, holdSeconds: null }]);
  });

  test("the pace can be switched in the middle of a set, and what was counted stays", () => {
    const session = new Played([exercise("Bridge")]).at(0, { do: "start" }).at(5 + 10);
    session.at(15, { do: "pace", isPaced: false }).at(100, { do: "count" });
    expect(countedRepetitions(session.playlist, session.state, 100_000)).toBe(4);
    session.at(101, { do: "pace", isPaced: true }).at(101 + 17.9);
    expect(session.now).toBe("work Bridge 1");
    expect(session.at(101 + 18).now).toBe("rest 30 Bridge 2");
  });
});

describe("pause, back and next", () => {
  test("a pause adds nothing, and goes on where it stood", () => {
    const session = new Played([exercise("Wall sit", HOLD)]).at(0, { do: "start" }).at(10).at(10, { do: "pause" });
    expect(secondsLeft(session.playlist, session.state, 500_000)).toBe(15);
    session.at(600, { do: "count" }, { do: "resume" });
    expect(session.at(614.9).now).toBe("work Wall sit 1");
    expect(session.at(615).now).toBe("rest 30 Wall sit 2");
    expect(session.state.activeMs).toBe(25_000);
  });

  test("next keeps what was held or counted so far, and nothing of a set that had not begun", () => {
    const session = new Played([exercise("Wall sit", HOLD)]).at(0, { do: "start" }).at(12.5, { do: "next" });
    expect(session).toMatchObject({ now: "rest 30 Wall sit 2" });
    expect(session.state.sets).toMatchObject([{ holdSeconds: 7, isWhole: false }, null]);
    session.at(13, { do: "next" }).at(13.2, { do: "next" });
    expect(session).toMatchObject({ now: "ask Wall sit", state: { sets: [{ holdSeconds: 7 }, null] } });
  });

  test("back does the set again after a short count, and never takes away what was done", () => {
    const session = new Played([exercise("Wall sit", { ...HOLD, sets: 3 })]).at(0, { do: "start" }).at(30);
    expect(session.at(30, { do: "back" }).now).toBe("ready 5 Wall sit 1");
    session.at(35).at(37, { do: "back" });
    expect(session.state.sets[0]).toMatchObject({ holdSeconds: 20, isWhole: true });
    session.at(42).at(62);
    expect(session.now).toBe("rest 30 Wall sit 2");
    session.at(92).at(93, { do: "back" });
    expect(session.now).toBe("rest 30 Wall sit 2");
    expect(secondsLeft(session.playlist, session.state, 93_000)).toBe(5);
    expect(session.at(94, { do: "back" }).now).toBe("ready 5 Wall sit 1");
    expect(session.at(94, { do: "back" }).now).toBe("intro Wall sit");
    expect(backTo(session.playlist, session.state)).toBeNull();
    expect(session.at(300, { do: "start" }).now).toBe("rest 30 Wall sit 2");
  });

  test("an exercise that was answered for stays closed", () => {
    const session = new Played([exercise("A", { ...HOLD, sets: 1 }), exercise("B", { ...HOLD, sets: 1 })]);
    session.at(0, { do: "start" }).at(25, { do: "answer", painNrs: 2 });
    expect(session.now).toBe("intro B");
    expect(session.at(26, { do: "back" }).now).toBe("intro B");
  });
});

describe("skipping and finishing", () => {
  const two = () => new Played([exercise("A", HOLD), exercise("B", HOLD)]).at(0, { do: "start" });

  test("a skip before anything was done closes the exercise; after a set its pain is still asked", () => {
    expect(two().at(6, { do: "skip", reason: "tired" })).toMatchObject({ now: "ask A" });
    expect(two().at(5.5, { do: "skip", reason: "tired" })).toMatchObject({ now: "intro B" });
    expect(two().at(5.5, { do: "skip", reason: "pain" })).toMatchObject({ now: "ask A" });
  });

  test("the other lines of a superset go on without the one that was skipped", () => {
    const of = { superset: "s" };
    const session = new Played([exercise("A", HOLD, of), exercise("B", HOLD, of)]).at(0, {
      do: "skip",
      reason: "tired",
    });
    expect(session.now).toBe("intro B");
    session.at(1, { do: "start" }).at(6).at(26);
    expect(session.now).toBe("ready 5 B 2");
    session.at(31).at(51);
    expect(session.now).toBe("ask B");
    expect(session.at(52, { do: "answer", painNrs: 0 }).now).toBe("over");
  });

  test("finishing early asks about what was done, and leaves the rest alone", () => {
    const session = two().at(15, { do: "finish" });
    expect(session).toMatchObject({ now: "ask A", state: { sets: [{ holdSeconds: 10 }, null, null, null] } });
    session.at(16, { do: "answer", painNrs: 1 });
    expect(session.now).toBe("over");
    expect(session.state.exercises.map(({ closedAt }) => closedAt)).toEqual([16_000, null]);
    expect(two().at(3, { do: "finish" }).now).toBe("over");
  });
});

describe("a phone that was locked, or a tab behind another", () => {
  test("ten minutes in a hold: it is done, its rest is over, and no set began unseen", () => {
    const session = new Played([exercise("Wall sit", { ...HOLD, sets: 3 })]).at(0, { do: "start" }).at(10).asleep(610);
    expect(session).toMatchObject({ now: "rest 30 Wall sit 2", state: { pause: "away" } });
    expect(session.state.sets).toMatchObject([{ holdSeconds: 20 }, null, null]);
    expect(session.state.exercises[0]?.doneAt).toBe(25_000);
    expect(secondsLeft(session.playlist, session.state, 610_000)).toBe(0);
    session.at(700, { do: "resume" });
    expect(secondsLeft(session.playlist, session.state, 700_000)).toBe(5);
    expect(session.at(705).now).toBe("work Wall sit 2");
  });

  test("ten minutes in a rest, or in the count before a set: it waits there", () => {
    const resting = new Played([exercise("Wall sit", HOLD)]).at(0, { do: "start" }).at(25).at(30).asleep(630);
    expect(resting).toMatchObject({ now: "rest 30 Wall sit 2", state: { pause: "away" } });
    const ready = new Played([exercise("Wall sit", HOLD)]).at(0, { do: "start" }).at(2).asleep(602);
    expect(ready).toMatchObject({ now: "ready 5 Wall sit 1", state: { pause: "away", sets: [null, null] } });
    expect(ready.at(603, { do: "next" })).toMatchObject({ now: "work Wall sit 1", state: { pause: null } });
  });

  test("less than the rest: it goes on with the right time left", () => {
    const session = new Played([exercise("Wall sit", HOLD)]).at(0, { do: "start" }).at(10).asleep(40);
    expect(session).toMatchObject({ now: "rest 30 Wall sit 2", state: { pause: null } });
    expect(secondsLeft(session.playlist, session.state, 40_000)).toBe(15);
  });

  test("in a last set: the question waits, however long", () => {
    const session = new Played([exercise("Wall sit", { ...HOLD, sets: 1 })]).at(0, { do: "start" }).at(6).asleep(9000);
    expect(session).toMatchObject({
      now: "ask Wall sit",
      state: { activeMs: 25_000, exercises: [{ doneAt: 25_000 }] },
    });
  });

  test("a clock that was set back takes nothing away", () => {
    const session = new Played([exercise("Wall sit", HOLD)]).asleep(1000, { do: "start" }).at(1010).asleep(10);
    expect(session).toMatchObject({ now: "work Wall sit 1" });
    expect(session.at(30).now).toBe("rest 30 Wall sit 2");
  });
});

describe("too much pain", () => {
  const easier = { title: "Mini squat", dose: dose({ sets: 2 }) };
  const asked = (of = {}) => new Played([exercise("Wall sit", HOLD, { easier, ...of }), exercise("B", HOLD)]);
  const atQuestion = () => asked().at(0, { do: "start" }).at(25).at(55).at(75);

  test("pain up to the ceiling closes the exercise; above it the person decides", () => {
    expect(atQuestion().at(80, { do: "answer", painNrs: 4 }).now).toBe("intro B");
    const session = atQuestion().at(80, { do: "answer", painNrs: 5 });
    expect(session).toMatchObject({
      now: "ask Wall sit",
      state: { exercises: [{ isDeciding: true, closedAt: null }, {}] },
    });
    expect(session.at(81, { do: "choose", choice: "go-on" }).now).toBe("intro B");
  });

  test("an answer given by mistake can be given again", () => {
    const session = atQuestion().at(80, { do: "answer", painNrs: 9 }).at(81, { do: "reconsider" });
    session.at(82, { do: "answer", painNrs: 1 });
    expect(session).toMatchObject({ now: "intro B", state: { exercises: [{ painNrs: 1, choices: [] }, {}] } });
  });

  test("to stop ends the session there", () => {
    const session = atQuestion().at(80, { do: "answer", painNrs: 8 }).at(81, { do: "choose", choice: "stop" });
    expect(session).toMatchObject({ now: "over", state: { exercises: [{ choices: ["stop"] }, { closedAt: null }] } });
  });

  test("the easier version does the sets that are left, and is asked about in its turn", () => {
    const session = asked().at(0, { do: "start" }).at(25).at(25, { do: "skip", reason: "pain" });
    session.at(26, { do: "answer", painNrs: 7 }, { do: "choose", choice: "easier" });
    expect(session.now).toBe("intro Wall sit");
    session.at(30, { do: "start" });
    expect(session.now).toBe("rest 30 Wall sit 2");
    session.at(60).at(90);
    expect(session.now).toBe("ask Wall sit");
    expect(session.state.sets).toMatchObject([
      { holdSeconds: 20, isEasier: false },
      { repetitions: 10, isEasier: true },
      null,
      null,
    ]);
    session.at(95, { do: "answer", painNrs: 6 }, { do: "choose", choice: "easier" });
    expect(session).toMatchObject({ now: "intro B", state: { exercises: [{ choices: ["easier", "easier"] }, {}] } });
  });

  test("when all was done the easier version is one set; without one the session goes on", () => {
    const session = atQuestion().at(80, { do: "answer", painNrs: 8 }, { do: "choose", choice: "easier" });
    expect(session.at(81, { do: "start" }).now).toBe("rest 30 Wall sit 2");
    session.at(81, { do: "next" }).at(111);
    expect(session).toMatchObject({
      now: "ask Wall sit",
      state: { sets: [{ isEasier: false }, { isEasier: false }, null, null] },
    });
    const none = asked({ easier: null }).at(0, { do: "start" }).at(25).at(55).at(75);
    none.at(80, { do: "answer", painNrs: 8 }, { do: "choose", choice: "easier" });
    expect(none.now).toBe("intro B");
  });
});
