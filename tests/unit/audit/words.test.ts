import { describe, expect, test } from "vitest";
import { POLICY } from "@/lib/access/policy";
import { ACTION_GROUPS, actionsOf, actionWords } from "@/lib/audit/action-words";
import { gatherLooks } from "@/lib/audit/looks";

describe("actions in words", () => {
  test("every action of the policy has words of its own, in exactly one group", () => {
    const grouped = ACTION_GROUPS.flatMap(actionsOf);
    expect(new Set(grouped).size).toBe(grouped.length);
    for (const action of Object.keys(POLICY)) {
      expect(grouped).toContain(action);
      expect(actionWords(action)).not.toContain(action);
    }
  });

  test("an action of another version is named, and not guessed at", () => {
    expect(actionWords("toString")).toBe("did something else (toString)");
    expect(actionWords("messages.send")).toBe("did something else (messages.send)");
  });
});

describe("who looked", () => {
  const look = (seq: number, at: string, action: string, actorId: string) => ({
    seq,
    at: new Date(at),
    action,
    actorId,
    actorName: `Name of ${actorId}`,
  });

  test("is gathered by person and by day of the zone, newest first, each thing said once", () => {
    const days = gatherLooks(
      [
        look(5, "2026-03-10T23:30:00Z", "plans.publish", "a"),
        look(4, "2026-03-10T13:00:00Z", "identity.read-patient", "b"),
        look(3, "2026-03-10T12:00:00Z", "identity.read-patient", "a"),
        look(2, "2026-03-10T11:00:00Z", "identity.read-patient", "a"),
        look(1, "2026-03-09T23:30:00Z", "progress.read-patient", "a"),
      ],
      "Europe/Paris",
    );
    expect(days.map(({ day, actorName, words }) => [day, actorName, words])).toEqual([
      ["2026-03-11", "Name of a", ["published a plan"]],
      ["2026-03-10", "Name of b", ["looked at the details"]],
      ["2026-03-10", "Name of a", ["looked at the details", "looked at the progress"]],
    ]);
    expect(days[2]?.at).toEqual(new Date("2026-03-10T12:00:00Z"));
  });

  test("two people of one name stay two", () => {
    const rows = [
      look(2, "2026-03-10T12:00:00Z", "plans.publish", "a"),
      look(1, "2026-03-10T12:00:00Z", "plans.publish", "b"),
    ];
    expect(
      gatherLooks(
        rows.map((row) => ({ ...row, actorName: "Kim" })),
        "UTC",
      ),
    ).toHaveLength(2);
  });
});
