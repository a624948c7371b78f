import { oneOf, type Random } from "./random";

/** How often somebody writes something with an exercise. */
const WRITES = 0.06;

const SORE = [
  "Had to stop halfway and sit down.",
  "Sharp on the inside of the knee today, so I went slower.",
  "Bad night, and it shows.",
  "Overdid the garden yesterday.",
  "Sore going down, fine coming up.",
  "The back complained more than the leg.",
  "Left the last set. Did not feel right.",
] as const;

const MIDDLING = [
  "A bit stiff to begin with, easier by the end.",
  "Managed it with a cushion under me.",
  "Wobbled on the last few.",
  "Did it in two goes, before and after lunch.",
  "Is it meant to pull at the front of the hip?",
  "Clicking, but it does not hurt.",
  "Held on to the kitchen worktop.",
  "Forgot to count, so this is a guess.",
] as const;

const FINE = [
  "Easier than last week.",
  "Could have done another set.",
  "Did this one in the park.",
  "First time without holding on.",
  "Walked to the shops afterwards and hardly noticed it.",
  "My grandson counted for me.",
  "Band feels too easy now.",
  "Felt steady on the stairs today.",
] as const;

/** What somebody writes beside an exercise at this pain (0-10); mostly nothing. */
export function noteFor(random: Random, pain: number): string {
  if (random() >= WRITES) return "";
  return oneOf(random, pain >= 6 ? SORE : pain >= 3 ? MIDDLING : FINE);
}
