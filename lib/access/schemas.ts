import { z } from "zod";
import { PASSWORD_MOST, passwordProblem } from "./password-rule";

/** An e-mail address as it is stored: trimmed and lower-case. */
export const emailField = z
  .string({ error: "Enter an e-mail address." })
  .trim()
  .toLowerCase()
  .min(1, "Enter an e-mail address.")
  .max(254, "At most 254 characters.")
  .pipe(z.email("This does not look like an e-mail address. Example: sam@example.org"));

/** A password somebody chooses. Kept as typed: blanks at either end count. */
export const newPasswordField = z.string({ error: "Choose a password." }).superRefine((password, context) => {
  const problem =
    password.length > 4 * PASSWORD_MOST ? `Use at most ${PASSWORD_MOST} characters.` : passwordProblem(password);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

/** A password somebody already has. */
export const ownPasswordField = z
  .string({ error: "Enter your password." })
  .min(1, "Enter your password.")
  .max(512, "At most 512 characters.");

/** The secret of a link in a mail; what it opens is asked of the database. */
export const linkTokenField = z.string().min(1).max(100);

export const nothingSchema = z.strictObject({});

export const signInSchema = z.strictObject({ email: emailField, password: ownPasswordField });

/** Six digits of a one-time code, or a recovery code; blanks and dashes do not matter. */
export const codeSchema = z.strictObject({
  code: z
    .string({ error: "Enter the code." })
    .trim()
    .min(6, "A code has six digits. A recovery code has ten letters and digits.")
    .max(40, "At most 40 characters."),
});

export const requestResetSchema = z.strictObject({ email: emailField });

export const resetPasswordSchema = z.strictObject({ token: linkTokenField, password: newPasswordField });

export const changePasswordSchema = z.strictObject({
  currentPassword: ownPasswordField,
  newPassword: newPasswordField,
});

export const confirmCodeSchema = z.strictObject({
  code: z
    .string({ error: "Enter the six digits your app shows." })
    .transform((code) => code.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Enter the six digits your app shows.")),
});

export const removeCodeSchema = z.strictObject({ password: ownPasswordField });

export const switchMembershipSchema = z.strictObject({ clinicId: z.uuid(), membershipId: z.uuid() });
