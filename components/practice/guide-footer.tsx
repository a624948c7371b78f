import { Button } from "@/components/ui/button";
import type { Outcome } from "@/lib/practice/vocabulary";

/** Under the guide: it is done, or in part, or not today. */
export function GuideFooter({ tell }: { tell: (outcome: Outcome) => void }) {
  return (
    <div className="grid gap-2">
      <Button size="lg" block icon="check" onClick={() => tell("done")} className="tap-lg">
        I have done it
      </Button>
      <div className="grid grid-cols-2 gap-2">
        <Button variant="quiet" onClick={() => tell("partly")}>
          Part of it
        </Button>
        <Button variant="quiet" onClick={() => tell("skipped")}>
          Not today
        </Button>
      </div>
    </div>
  );
}
