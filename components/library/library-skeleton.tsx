/** The columns of the library: two on a phone, as many as fit elsewhere. */
export const LIBRARY_GRID =
  "grid gap-3 grid-cols-[repeat(auto-fill,minmax(min(100%,9.5rem),1fr))] sm:gap-4 sm:grid-cols-[repeat(auto-fill,minmax(13.5rem,1fr))]";

const shade = "rounded-sm bg-rule/60 motion-safe:animate-pulse";

/** The shape of the cards that are on their way. */
export function LibrarySkeleton({ count = 12 }: { count?: number }) {
  const keys = Array.from({ length: count }, (_, index) => index);
  return (
    <div role="status">
      <span className="sr-only">Loading the library</span>
      <div className={`mb-3 h-4 w-24 ${shade}`} />
      <div className={LIBRARY_GRID}>
        {keys.map((key) => (
          <div key={key} className="overflow-hidden rounded-lg border border-rule bg-raised">
            <div className="aspect-[4/3] bg-sunken" />
            <div className="grid gap-2.5 p-3.5 pb-5">
              <div className={`h-4 w-3/4 ${shade}`} />
              <div className={`h-3 w-full ${shade}`} />
              <div className={`h-3 w-1/2 ${shade}`} />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
