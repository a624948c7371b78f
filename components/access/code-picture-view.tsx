import type { CodePicture } from "@/lib/access/code-picture";

const QUIET = 4;

/** A QR code, black on white in light and in dark, with the four quiet modules around it that readers need. */
export function CodePictureView({ picture }: { picture: CodePicture }) {
  const { size, path } = picture;
  const full = size + 2 * QUIET;
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${full} ${full}`}
      role="img"
      aria-label="QR code for your authenticator app"
      shapeRendering="crispEdges"
      className="my-3 size-56 rounded-md border border-rule"
    >
      <rect x={-QUIET} y={-QUIET} width={full} height={full} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
