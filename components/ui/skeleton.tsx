export type SkeletonProps = {
  shape?: "text" | "row" | "card" | "chart";
  /** Lines of a text. */
  lines?: number;
  /** How many rows, cards or charts. */
  count?: number;
  label?: string;
  className?: string;
};

const WIDTHS = ["w-full", "w-11/12", "w-4/5", "w-2/3"];
const shade = "bg-rule/60 motion-safe:animate-pulse";

/** The shape of what is on its way. */
export function Skeleton({ shape = "text", lines = 3, count = 1, label = "Loading", className }: SkeletonProps) {
  const amount = shape === "text" ? lines : count;
  const keys = Array.from({ length: amount }, (_, index) => index);
  return (
    <div role="status" className={`grid gap-3 ${className ?? ""}`}>
      <span className="sr-only">{label}</span>
      {keys.map((key) => (
        <Shape key={key} shape={shape} width={WIDTHS[key % WIDTHS.length] ?? "w-full"} />
      ))}
    </div>
  );
}

function Shape({ shape, width }: { shape: NonNullable<SkeletonProps["shape"]>; width: string }) {
  if (shape === "text") return <div className={`h-4 rounded-sm ${width} ${shade}`} />;
  if (shape === "row") {
    return (
      <div className="flex items-center gap-4 py-2">
        <div className={`size-11 rounded-full ${shade}`} />
        <div className="grid flex-1 gap-2">
          <div className={`h-4 w-1/2 rounded-sm ${shade}`} />
          <div className={`h-3 w-1/3 rounded-sm ${shade}`} />
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-3 rounded-lg border border-rule bg-raised p-5">
      <div className={`h-5 w-1/2 rounded-sm ${shade}`} />
      <div className={`${shape === "chart" ? "h-48" : "h-4"} w-full rounded-sm ${shade}`} />
      {shape === "card" ? <div className={`h-4 w-4/5 rounded-sm ${shade}`} /> : null}
    </div>
  );
}
