/** Questionnaires the story speaks of, by slug. */
export const SAFETY_SCREEN = "safety-screen-knee-and-back";
export const INDEX = "knee-and-hip-index";
export const DIARY = "giving-way-diary";
export const PAIN = "pain-now-best-worst";
export const ACTIVITIES = "three-activities";
export const CHANGE = "overall-change";
export const SINGLE_NUMBER = "single-number-function";
