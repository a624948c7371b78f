import { COMMON_PASSWORDS } from "./common-passwords";

const PASSWORD_LEAST = 12;
/** Characters, as people count them. */
export const PASSWORD_MOST = 128;

/** Why a password is refused, in words for the field, or null. 12 to 128 characters, no rule of composition, not a common one. */
export function passwordProblem(password: string): string | null {
  const characters = [...password].length;
  if (characters < PASSWORD_LEAST)
    return `Use at least ${PASSWORD_LEAST} characters. Three or four unrelated words work well.`;
  if (characters > PASSWORD_MOST) return `Use at most ${PASSWORD_MOST} characters.`;
  const plain = password.toLowerCase().replace(/\s+/g, "");
  if (new Set(plain).size < 4) return "This repeats the same few characters. Try three or four unrelated words.";
  if (COMMON_PASSWORDS.has(plain))
    return "Many people use this one, so it is easily guessed. Try three or four unrelated words.";
  return null;
}
