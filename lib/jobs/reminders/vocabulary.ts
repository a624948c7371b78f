/** The ways a reminder reaches somebody. */
export const CHANNELS = ["mail", "push"] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Why a reminder was not sent: nothing is left to do, it was switched off, it fell into the quiet hours, it was snoozed, its day or its turn
 * was over, no device is left, or the operator has set up nothing to send with.
 */
export const DROP_REASONS = ["done", "off", "quiet", "snoozed", "late", "gone", "no-sender"] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/**
 * Why a try to send failed: refused by the other side, out of reach, the portal's own sign-in refused, no answer in time, anything else; and
 * of a mail that its link had ceased to work before it could be sent.
 */
export const SEND_CODES = ["refused", "unreachable", "sign-in", "timeout", "server", "expired"] as const;
export type SendCode = (typeof SEND_CODES)[number];

/** How long reminders can be put off: an hour, the rest of the day, three days; `none` ends it. */
export const SNOOZES = ["hour", "today", "days", "none"] as const;
export type Snooze = (typeof SNOOZES)[number];

export const MOST_TIMES = 4;
export const MOST_REPEATS = 2;
/** Minutes between a reminder and its repeat. */
export const LEAST_REPEAT_MINUTES = 10;
export const MOST_REPEAT_MINUTES = 240;
/** Devices of one patient that take reminders. */
export const MOST_DEVICES = 10;
