import { z } from "zod";
import { isPushAddress } from "./push-services";
import { silencedTimes } from "./times";
import { LEAST_REPEAT_MINUTES, MOST_REPEAT_MINUTES, MOST_REPEATS, MOST_TIMES, SNOOZES } from "./vocabulary";

/** "08:30" as minutes after midnight; null for what is no time. */
function minuteOfText(text: string): number | null {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** Minutes after midnight as "08:30". */
export function textOfMinute(minute: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const clockTime = z
  .string({ error: "Give a time, such as 08:30." })
  .refine((text) => minuteOfText(text) !== null, "Give a time, such as 08:30.");
const weekday = z.enum(["1", "2", "3", "4", "5", "6", "7"], { error: "Choose days of the week." });
const whole = (least: number, most: number, words: string) =>
  z.number({ error: words }).int(words).min(least, words).max(most, words);

const fields = z.strictObject({
  byMail: z.boolean({ error: "Say whether by e-mail." }),
  times: z
    .array(clockTime, { error: "Give at least one time." })
    .min(1, "Give at least one time.")
    .max(MOST_TIMES, `At most ${MOST_TIMES} times a day.`),
  weekdays: z
    .array(weekday, { error: "Choose at least one day." })
    .min(1, "Choose at least one day.")
    .max(7, "A week has seven days."),
  isQuiet: z.boolean({ error: "Say whether there are quiet hours." }),
  quietFrom: clockTime,
  quietTo: clockTime,
  repeats: whole(0, MOST_REPEATS, `Choose 0 to ${MOST_REPEATS}.`),
  repeatMinutes: whole(
    LEAST_REPEAT_MINUTES,
    MOST_REPEAT_MINUTES,
    `Choose ${LEAST_REPEAT_MINUTES} to ${MOST_REPEAT_MINUTES} minutes.`,
  ),
});

const minutes = (text: string) => minuteOfText(text) ?? 0;

/** How a patient wants to be reminded, as a form sends it: times as "08:30", weekdays as "1" = Monday to "7" = Sunday. */
export const reminderFormSchema = fields
  .superRefine((given, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    given.times.forEach((time, index) => {
      if (given.times.indexOf(time) < index) refuse(["times", index], "This time is there already.");
    });
    if (new Set(given.weekdays).size < given.weekdays.length) refuse(["weekdays"], "A day is there twice.");
    if (!given.isQuiet) return;
    const quiet = { from: minutes(given.quietFrom), to: minutes(given.quietTo) };
    if (quiet.from === quiet.to) return refuse(["quietTo"], "Quiet hours need an end that is not their beginning.");
    const silenced = silencedTimes({ times: given.times.map(minutes), quiet });
    given.times.forEach((time, index) => {
      if (silenced.includes(minutes(time)))
        refuse(["times", index], "This is in your quiet hours: nothing would come.");
    });
  })
  .transform(({ byMail, times, weekdays, isQuiet, quietFrom, quietTo, repeats, repeatMinutes }) => ({
    byMail,
    times: times.map(minutes).sort((a, b) => a - b),
    weekdays: weekdays.map(Number).sort((a, b) => a - b),
    quiet: isQuiet ? { from: minutes(quietFrom), to: minutes(quietTo) } : null,
    repeats,
    repeatMinutes,
  }));
export type ReminderForm = z.input<typeof reminderFormSchema>;

export const snoozeSchema = z.strictObject({ until: z.enum(SNOOZES) });

/** Base64url of so many bytes, with or without the padding that some browsers write. */
const keyOf = (bytes: number) =>
  z
    .string()
    .max(120)
    .refine(
      (text) => /^[A-Za-z0-9_-]+=*$/.test(text) && Math.floor((text.replace(/=+$/, "").length * 3) / 4) === bytes,
    );

/** Where a browser takes push messages, as it says itself: a public key of P-256 and a secret of 16 bytes. */
export const deviceSchema = z.strictObject({
  id: z.uuid(),
  endpoint: z
    .string()
    .max(1000)
    .refine(isPushAddress, "We do not know the push service of this browser, so reminders cannot come here."),
  p256dh: keyOf(65),
  auth: keyOf(16),
  device: z.string().trim().min(1).max(80),
});
export type DeviceForm = z.input<typeof deviceSchema>;

export const removeDeviceSchema = z.strictObject({ id: z.uuid() });
