import type { Mail } from "@/lib/access/mail";

/**
 * The mail of a reminder: no name and no health word, since a mail is read over shoulders and on locked screens. `hasExercises` is false
 * when only reading or questions are left.
 */
export function reminderMail(reminder: { todayLink: string; offLink: string; hasExercises: boolean }): Mail {
  const waits = reminder.hasExercises ? "Your exercises are waiting" : "Your list for today is waiting";
  return {
    subject: waits,
    body: [
      "Hello,",
      "",
      `${waits}. Open today's list here:`,
      "",
      reminder.todayLink,
      "",
      "Not a good time? Under Me, then Reminders, you can put reminders off or change when they come.",
      "",
      "To get no more reminders by e-mail, open this link and press the button:",
      "",
      reminder.offLink,
      "",
    ].join("\n"),
  };
}

/**
 * Headers by which a mail program offers to turn the reminders off, by one POST and without opening a page (RFC 2369, RFC 8058).
 */
export function unsubscribeHeaders(postLink: string): Record<string, string> {
  return { "List-Unsubscribe": `<${postLink}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
