/**
 * The program behind `npm run benchmark`: how long drawing takes and how much it weighs. Figures for docs/benchmark.md; nothing fails.
 */
import { gzipSync } from "node:zlib";
import { handoutFonts } from "@/app/api/handout/[planId]/fonts";
import { renderHandout } from "@/components/handout/pdf/render";
import { handoutOf } from "@/lib/export/handout";
import { loadContent } from "@/lib/jobs/content/load-content";
import { chainView } from "@/lib/movement/chain";
import { movingDrawing, stillDrawing } from "@/lib/movement/stills";
import { movingMarkup, stillMarkup } from "@/lib/movement/svg";
import { handoutLine } from "@/tests/support/handout";

const ROUNDS = 7;

const tell = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);
const middleOf = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The first time and the middle of the next ones, in milliseconds: a server is warm but once. */
async function time(what: string, work: () => unknown): Promise<void> {
  const took: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begin = performance.now();
    await work();
    took.push(performance.now() - begin);
  }
  const [first = 0, ...rest] = took;
  tell(what, `${first.toFixed(0)} ms the first time, then ${middleOf(rest).toFixed(0)} ms`);
}

const { exercises } = loadContent(process.cwd());
const figures = exercises.map(({ figure }) => figure);
const sixty = Array.from({ length: 60 }, (_, index) => figures[index % figures.length]).flatMap((one) => one ?? []);

await time("60 thumbnails as markup", () => sixty.map((figure) => stillMarkup(stillDrawing(figure, "thumbnail"))));
await time("one moving figure as markup", () => sixty[0] && movingMarkup(movingDrawing(sixty[0])));
await time("the chain explorer, both views at each place", () => chainView("knee-angle"));

const weights = figures.map((figure) => gzipSync(movingMarkup(movingDrawing(figure))).length);
tell("a moving figure, gzipped", `${middleOf(weights)} bytes in the middle, ${Math.max(...weights)} at most`);

const lines = figures.slice(0, 8).map((figure, index) =>
  handoutLine({
    id: `item-${index}`,
    key: `key-${index}`,
    picture: { kind: "figure", start: stillDrawing(figure, "start"), end: stillDrawing(figure, "end") },
  }),
);
const timeline = { versions: [{ versionId: "v1", number: 1, effectiveOn: "2026-03-02", items: lines }], endsOn: null };
const about = {
  planId: "plan-1",
  planTitle: "Stronger knees",
  clinicName: "Harbour Street",
  patientName: "Margaret Ellis",
  madeOn: "2026-03-02",
  isDraft: false,
  address: "https://portal.example/today",
};
const handout = handoutOf({ ...about, from: "2026-03-02", timeline, lines });
const pdf = () => renderHandout({ handout, size: "normal", photos: new Map() }, handoutFonts());
await time("a handout of 8 exercises as PDF", pdf);
tell("its size", `${Math.round((await pdf()).length / 1000)} kB`);
