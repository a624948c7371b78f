import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { addDays, isoWeekday, shortDay } from "@/components/charts/calendar-day";
import { bandSpan } from "@/components/charts/change-bands";
import { DaysStrip, weeksOf } from "@/components/charts/days-strip";
import { spreadLabels, wrapWords } from "@/components/charts/end-labels";
import { PainChart } from "@/components/charts/pain-chart";
import { ScoreChart, type ScoreChartProps } from "@/components/charts/score-chart";
import { SparkLine } from "@/components/charts/spark-line";
import { dayScale, dayTicks, placeMarks, textWidth } from "@/components/charts/time-axis";
import { valueTicks } from "@/components/charts/value-axis";
import { ScoreScale } from "@/components/questionnaires/score-scale";

const frame = { width: 320, height: 200, top: 10, end: 20, bottom: 20, start: 30 };

describe("calendar days", () => {
  it("cross a leap day and the end of a year", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
    expect(addDays("2025-03-31", -31)).toBe("2025-02-28");
  });

  it("count weekdays from Monday", () => {
    expect(isoWeekday("2025-03-03")).toBe(1);
    expect(isoWeekday("2025-03-09")).toBe(7);
  });

  it("are written the British way", () => {
    expect(shortDay("2025-03-04")).toBe("4 Mar");
  });
});

describe("the time axis", () => {
  it("puts the first and last day at its ends and a lone day in the middle", () => {
    const scale = dayScale(["2025-03-31", "2025-03-03"], frame, 0);
    expect(scale(Date.UTC(2025, 2, 3))).toBe(30);
    expect(scale(Date.UTC(2025, 2, 31))).toBe(300);
    expect(dayScale(["2025-03-03"], frame, 0)(Date.UTC(2025, 2, 3))).toBe(165);
  });

  it.each([10, 40, 100, 400, 1500])("never crowds its ticks over %i days", (days) => {
    const ticks = dayTicks(dayScale(["2025-03-03", addDays("2025-03-03", days)], frame), 60);
    expect(ticks[0]?.text).toBe("3 Mar");
    for (const [index, tick] of ticks.slice(1).entries())
      expect(tick.x - (ticks[index]?.x ?? 0)).toBeGreaterThanOrEqual(60);
  });

  it("gives marks whose labels would touch different rows", () => {
    const days = ["2025-03-03", "2025-03-05", "2025-06-01"];
    const marks = days.map((day, index) => ({ day, label: `Plan ${index + 1}` }));
    const placed = placeMarks(marks, dayScale(days, frame), frame, 13);
    expect(placed.map((mark) => mark.row)).toEqual([0, 1, 0]);
    expect(placed[2]?.anchor).toBe("end");
  });
});

describe("end labels", () => {
  it("are moved apart, in order, and stay in the plot", () => {
    const labels = [90, 92, 99].map((y, index) => ({ key: String(index), y, lines: ["Word"] }));
    const spread = spreadLabels(labels, 0, 100);
    expect(spread.map((label) => label.key)).toEqual(["0", "1", "2"]);
    for (const [index, label] of spread.slice(1).entries())
      expect(label.y - (spread[index]?.y ?? 0)).toBeGreaterThanOrEqual(15);
    expect((spread[2]?.y ?? 0) + 7.5).toBeLessThanOrEqual(100);
  });

  it("break between words only", () => {
    expect(wrapWords("Daily tasks 28", textWidth("Daily task", 13), 13)).toEqual(["Daily", "tasks 28"]);
  });
});

describe("what was not answered", () => {
  it("is a gap in the pain line and words in its table, never a nought", () => {
    const weeks = [4, null, 2].map((mean, index) => ({
      startsOn: addDays("2025-03-03", index * 7),
      mean,
      answered: mean === null ? 0 : 3,
    }));
    const html = renderToStaticMarkup(<PainChart weeks={weeks} marks={[]} />);
    expect(html.match(/<circle/g)).toHaveLength(4);
    expect(html).toContain("No answer</td>");
    expect(html).toContain("1 of 3 weeks have no answer");
  });

  it("is left out of the score line of its own part only", () => {
    const html = renderToStaticMarkup(
      <ScoreChart
        title="Knee score"
        direction="lower-is-better"
        points={[
          { day: "2025-03-03", scores: { pain: 60, stiff: null } },
          { day: "2025-04-03", scores: { pain: 40, stiff: 0 } },
        ]}
        subscales={[
          { id: "pain", title: "Pain" },
          { id: "stiff", title: "Stiffness" },
        ]}
        marks={[]}
      />,
    );
    expect(html).toContain("Lower is better. 0 is best, 100 is worst.");
    expect(html).toContain("Pain: 60 on 3 Mar, 40 on 3 Apr. Stiffness: 0 on 3 Apr.");
    expect(html).toContain("No score</td>");
    expect(html).not.toContain("style=");
  });

  it("breaks a spark line", () => {
    const html = renderToStaticMarkup(<SparkLine values={[1, null, 3, 4]} label="Pain" />);
    expect(html.match(/<path[^>]* d="(M[^"]*)"|d="(M[^"]*)"/g)?.some((path) => path.split("M").length === 3)).toBe(
      true,
    );
  });
});

describe("scores on ranges of their own", () => {
  const chart = (props: Partial<ScoreChartProps>) =>
    renderToStaticMarkup(
      <ScoreChart
        title="Diary"
        direction="lower-is-better"
        domain={[0, 10]}
        points={[{ day: "2025-03-03", scores: { days: 6.25 } }]}
        subscales={[{ id: "days", title: "Days" }]}
        marks={[]}
        {...props}
      />,
    );

  it.each([
    [
      [0, 100],
      [0, 20, 40, 60, 80, 100],
    ],
    [
      [0, 10],
      [0, 2, 4, 6, 8, 10],
    ],
    [
      [0, 7],
      [0, 1, 2, 3, 4, 5, 6, 7],
    ],
    [
      [-3, 3],
      [-3, -2, -1, 0, 1, 2, 3],
    ],
    [
      [11, 44],
      [11, 22, 33, 44],
    ],
    [
      [0, 52],
      [0, 13, 26, 39, 52],
    ],
    [
      [0, 13],
      [0, 13],
    ],
  ] as [[number, number], number[]][])("from %j has the numbers %j beside it", (domain, ticks) => {
    expect(valueTicks(domain)).toEqual(ticks);
  });

  it("say what their ends mean, and one answer reads as one", () => {
    const html = chart({ ends: "0 means “No day”, 10 means “Every day”." });
    expect(html).toContain("Lower is better. 0 means “No day”, 10 means “Every day”. Days: 6.3 on 3 Mar.");
    expect(html).toContain("Days 6.3</tspan>");
    expect(html).not.toContain("Infinity");
    expect(html).not.toContain("NaN");
  });

  it("tell five parts apart by mark and line", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const scores = Object.fromEntries(ids.map((id, index) => [id, index * 2]));
    const points = ["2025-03-03", "2025-04-03"].map((day) => ({ day, scores }));
    const html = chart({ points, subscales: ids.map((id) => ({ id, title: id })) });
    const narrow = html.slice(0, html.indexOf("</svg>"));
    const lines = [...narrow.matchAll(/<path d="M[^"]*" fill="none" class="([^"]*)"[^>]*>/g)];
    expect(new Set(lines.map(([whole]) => whole.replace(/ d="[^"]*"/, ""))).size).toBe(5);
  });

  it("say both of two scores of one day", () => {
    const points = [6, 4].map((days) => ({ day: "2025-03-03", scores: { days } }));
    expect(chart({ points })).toContain("6, then 4</td>");
  });

  const bands = [
    { kind: "mic", points: 2 },
    { kind: "mdc", points: 1.5 },
  ] as const;
  const two = [8, 5].map((days, month) => ({ day: `2025-0${month + 3}-03`, scores: { days } }));

  it("show sizes of change about the first score, in words too", () => {
    const html = chart({ points: two, bands });
    expect(html).toContain("<pattern");
    expect(html).toContain("A change of less than 1.5 from the first score can be chance.");
    expect(html).toContain("the least change for the better that people usually notice, 2.");
  });

  it.each([
    ["with one answer", { bands }],
    ["of several parts", { bands, points: two, subscales: ["days", "nights"].map((id) => ({ id, title: id })) }],
    ["without a source", { points: two }],
  ] as [string, Partial<ScoreChartProps>][])("show none %s", (_name, props) => {
    const html = chart(props);
    expect(html).not.toContain("<pattern");
    expect(html).not.toContain("usually notice");
  });

  const scale = { least: 0, most: 10 };
  it("put measurement error on both sides of the first score, the least that matters on the better one, within the ends", () => {
    const [mic, mdc] = bands;
    expect(bandSpan(mdc, 5, "lower-is-better", scale)).toEqual([3.5, 6.5]);
    expect(bandSpan(mdc, 9.5, "lower-is-better", scale)).toEqual([8, 10]);
    expect(bandSpan(mic, 5, "lower-is-better", scale)).toEqual([5, 3]);
    expect(bandSpan(mic, 5, "higher-is-better", scale)).toEqual([5, 7]);
    expect(bandSpan(mic, 1, "lower-is-better", scale)).toEqual([1, 0]);
  });

  it("are drawn the same way on a result's own line", () => {
    const line = (first: number | null) =>
      renderToStaticMarkup(<ScoreScale now={5} first={first} {...scale} direction="lower-is-better" bands={bands} />);
    expect(line(8)).toContain("Bracket: the least change for the better that people usually notice, 2.");
    expect(line(8)).toContain("Striped: measurement error.");
    expect(line(8)).not.toContain("style=");
    expect(line(null)).not.toContain("usually notice");
    expect(line(null)).toContain("0, best");
  });
});

describe("the days of practice", () => {
  const day = (at: string) => ({ day: at, prescribed: 3, done: 3, state: "done" as const });

  it("fall into whole weeks from Monday", () => {
    const weeks = weeksOf([day("2025-03-05"), day("2025-03-10")]);
    expect(weeks.map((week) => week.startsOn)).toEqual(["2025-03-03", "2025-03-10"]);
    expect(weeks[0]?.days.map((entry) => entry?.day ?? null)).toEqual([
      null,
      null,
      "2025-03-05",
      null,
      null,
      null,
      null,
    ]);
  });

  it("are told in words for those who listen", () => {
    const html = renderToStaticMarkup(
      <DaysStrip days={[day("2025-03-05"), { ...day("2025-03-06"), state: "rest" }]} />,
    );
    expect(html).toContain("Done: 1. Rest day: 1.");
  });

  it("may be none at all", () => {
    expect(weeksOf([])).toEqual([]);
    expect(renderToStaticMarkup(<DaysStrip days={[]} />)).toContain("No days yet.");
    expect(renderToStaticMarkup(<PainChart weeks={[]} marks={[]} />)).toContain("No answers yet.");
  });
});
