export const DAY_STATES = ["done", "partly", "skipped", "silent", "rest", "ahead"] as const;
export type DayState = (typeof DAY_STATES)[number];

export const DAY_STATE_WORDS: Record<DayState, string> = {
  done: "Done",
  partly: "Partly done",
  skipped: "Skipped",
  silent: "Nothing noted",
  rest: "Rest day",
  ahead: "Still to come",
};

/** The sign of one day around its middle, in a square of 28 units. Each has a shape of its own. */
export function DayMark({ state }: { state: DayState }) {
  switch (state) {
    case "done":
      return (
        <>
          <circle r="12" className="fill-data-1" />
          <path
            d="M-5 .5-1.5 4 5.5-4"
            fill="none"
            className="stroke-on-teal"
            strokeWidth="2.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case "partly":
      return (
        <>
          <circle r="11" className="fill-raised stroke-data-1" strokeWidth="2" />
          <path d="M0-11A11 11 0 0 1 0 11z" className="fill-data-1" />
        </>
      );
    case "skipped":
      return (
        <>
          <rect x="-10" y="-10" width="20" height="20" rx="4" className="fill-raised stroke-data-2" strokeWidth="2" />
          <path d="M-5 0H5" className="stroke-data-2" strokeWidth="2.6" strokeLinecap="round" />
        </>
      );
    case "silent":
      return <circle r="11" className="fill-paper stroke-rule-strong" strokeWidth="1.6" strokeDasharray="3 3.2" />;
    case "rest":
      return (
        <>
          <circle r="12" className="fill-teal-wash" />
          <path d="M5.5 2.8A6.5 6.5 0 1 1-2.8-5.5a5.4 5.4 0 0 0 8.3 8.3z" className="fill-data-1" />
        </>
      );
    case "ahead":
      return <circle r="2.5" className="fill-rule-strong" />;
  }
}
