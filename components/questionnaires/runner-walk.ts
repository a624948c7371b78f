import type { Section, Step } from "./question-steps";
import type { Asking } from "./use-asking";

/** A way through the questions, the same on a phone and on a desktop. */
export type Walk = {
  title: string;
  closeHref: string;
  asking: Asking;
  sections: readonly Section[];
  steps: readonly Step[];
  /** The item the person is at; it stays when the window changes its width. */
  place: string;
  goTo: (itemId: string) => void;
  isEditing: boolean;
  /** Saves what is left and goes to the review. */
  leave: () => Promise<void>;
  isLeaving: boolean;
  /** ", about 4 minutes left"; empty when nothing is. */
  timeLeft: string;
};
