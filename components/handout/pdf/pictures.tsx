import { Canvas, Image } from "@react-pdf/renderer";
import type { CodePicture } from "@/lib/access/code-picture";
import type { Drawing } from "@/lib/movement/drawing";
import { paintsOf } from "../drawing-paint";
import type { Painter } from "./painter";

type Box = { width: number; height: number };

/**
 * A drawing fitted into a box, standing on its lower edge. Measures in points. Painted straight onto the page: a node for each
 * of some hundred paths would be laid out again with each page.
 */
export function PdfDrawing({ drawing, width, height }: { drawing: Drawing } & Box) {
  const scale = Math.min(width / drawing.width, height / drawing.height);
  const paint = (painter: Painter) => {
    painter.save().translate((width - scale * drawing.width) / 2, height - scale * drawing.height);
    painter.scale(scale);
    if (drawing.cropped) painter.rect(0, 0, drawing.width, drawing.height).clip();
    for (const { d, fill, stroke, width: line, dash } of paintsOf(drawing)) {
      if (fill !== "none") painter.path(d).fill(fill);
      if (stroke === "none") continue;
      painter.save().lineWidth(line).lineCap("round").lineJoin("round");
      if (dash) painter.dash(dash[0], { space: dash[1] });
      painter.path(d).stroke(stroke).restore();
    }
    painter.restore();
    return null;
  };
  return <Canvas paint={paint} style={{ width, height }} />;
}

/** A photo as JPEG or PNG bytes, whole inside its box. */
export function PdfPhoto({ data, width, height }: { data: Buffer } & Box) {
  return <Image src={data} style={{ width, height, objectFit: "contain" }} />;
}

/** A code of paths, black on white; its modules overlap by a hair so that no viewer shows seams between them. */
export function PdfCode({ picture, size }: { picture: CodePicture; size: number }) {
  const paint = (painter: Painter) => {
    painter.save().scale(size / picture.size);
    painter.lineWidth(0.04).path(picture.path).fillAndStroke("#000000", "#000000").restore();
    return null;
  };
  return <Canvas paint={paint} style={{ width: size, height: size }} />;
}
