import type { SyncKind } from "@/components/offline/kinds";
import { autosave } from "@/lib/core/action";
import type { Result } from "@/lib/core/errors";
import { correctPractice } from "@/lib/practice/commands/correct";
import { finishSession } from "@/lib/practice/commands/finish-session";
import { markRead } from "@/lib/practice/commands/mark-read";
import { recordPractice } from "@/lib/practice/commands/record";
import { openDraft } from "@/lib/questionnaires/commands/open-draft";
import { saveAnswer } from "@/lib/questionnaires/commands/save-answer";
import { submit } from "@/lib/questionnaires/commands/submit";

/** A body as it came; the command parses it. */
type Write = (body: never) => Promise<Result<unknown>>;

/** What a device may send, and nothing else. Unlike a server action it is known to every build by the same name. */
export const WRITES: ReadonlyMap<string, Write> = new Map<SyncKind, Write>([
  ["practice.record", autosave(recordPractice)],
  ["practice.finish-session", autosave(finishSession)],
  ["practice.correct", autosave(correctPractice)],
  ["practice.mark-read", autosave(markRead)],
  ["questionnaires.open-draft", autosave(openDraft)],
  ["questionnaires.save-answer", autosave(saveAnswer)],
  ["questionnaires.submit", autosave(submit)],
]);
