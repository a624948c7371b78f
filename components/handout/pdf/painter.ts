/** What can be done with the pen of a Canvas; each call gives the pen back. Measures in points, colours as #rrggbb. */
export type Painter = {
  save: () => Painter;
  restore: () => Painter;
  translate: (x: number, y: number) => Painter;
  scale: (factor: number) => Painter;
  lineWidth: (width: number) => Painter;
  lineCap: (cap: "butt" | "round") => Painter;
  lineJoin: (join: "miter" | "round") => Painter;
  dash: (on: number, gap: { space: number }) => Painter;
  path: (d: string) => Painter;
  rect: (x: number, y: number, width: number, height: number) => Painter;
  roundedRect: (x: number, y: number, width: number, height: number, radius: number) => Painter;
  moveTo: (x: number, y: number) => Painter;
  lineTo: (x: number, y: number) => Painter;
  clip: () => Painter;
  fill: (colour: string) => Painter;
  stroke: (colour: string) => Painter;
  fillAndStroke: (fill: string, stroke: string) => Painter;
};
