import type { Action } from "@/lib/access/policy";

/** Kinds of entry somebody looking through the trail may want to see alone. */
export const ACTION_GROUPS = ["access", "people", "looked", "plans", "messages", "patient"] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

export const ACTION_GROUP_NAMES: Record<ActionGroup, string> = {
  access: "Signing in and passwords",
  people: "People and invitations",
  looked: "Looking at records",
  plans: "Plans and content",
  messages: "Messages",
  patient: "What patients sent",
};

/** Entries that are written by the database, or by the system actor, and have no line in the policy. */
type Unasked =
  | "access.sign-in"
  | "access.reset-password"
  | "identity.redeem-invitation"
  | "library.sync-content"
  | "jobs.turn-off-reminders";

type Words = { group: ActionGroup; words: string };

/** What was done, to follow a name: "Casey Clinician" + "published a plan". */
const WORDS: Record<Action | Unasked, Words> = {
  "access.sign-in": { group: "access", words: "signed in" },
  "access.reset-password": { group: "access", words: "set a new password by mail" },
  "access.read-own": { group: "access", words: "looked at their own sign-in settings" },
  "access.change-password": { group: "access", words: "changed their password" },
  "access.sign-out": { group: "access", words: "signed out" },
  "access.sign-out-everywhere": { group: "access", words: "signed out on every device" },
  "access.set-up-code": { group: "access", words: "began to set up sign-in codes" },
  "access.confirm-code": { group: "access", words: "turned sign-in codes on" },
  "access.remove-code": { group: "access", words: "turned sign-in codes off" },
  "access.switch-membership": { group: "access", words: "changed to another of their places" },

  "audit.read-own": { group: "looked", words: "looked at who had seen their record" },
  "audit.read-clinic": { group: "looked", words: "looked at the audit log" },

  "identity.redeem-invitation": { group: "people", words: "accepted an invitation" },
  "identity.list-members": { group: "looked", words: "looked at the list of members" },
  "identity.invite-member": { group: "people", words: "invited somebody to work here" },
  "identity.withdraw-invitation": { group: "people", words: "withdrew an invitation" },
  "identity.disable-member": { group: "people", words: "switched somebody's access off" },
  "identity.enable-member": { group: "people", words: "switched somebody's access on" },
  "identity.list-patients": { group: "looked", words: "looked at the list of patients" },
  "identity.read-patient": { group: "looked", words: "looked at the details" },
  "identity.add-patient": { group: "people", words: "added the patient" },
  "identity.edit-patient": { group: "people", words: "changed the details" },
  "identity.invite-patient": { group: "people", words: "sent an invitation" },

  "library.sync-content": { group: "plans", words: "brought in new reading and exercises" },
  "library.list": { group: "plans", words: "looked through the library" },
  "library.read-assigned": { group: "plans", words: "opened their reading" },
  "library.favourite": { group: "plans", words: "changed their favourites" },
  "library.copy": { group: "plans", words: "copied an item of the library" },
  "library.write": { group: "plans", words: "wrote an item for the library" },
  "library.revise": { group: "plans", words: "changed an item of the library" },
  "library.retire": { group: "plans", words: "took an item out of the library" },
  "library.restore": { group: "plans", words: "put an item back into the library" },
  "library.upload": { group: "plans", words: "put in a photo" },
  "library.read-photo": { group: "plans", words: "looked at a photo" },

  "plans.list-protocols": { group: "plans", words: "looked through the protocols" },
  "plans.read-draft": { group: "looked", words: "looked at the plan being made" },
  "plans.apply-protocol": { group: "plans", words: "filled a plan from a protocol" },
  "plans.start-draft": { group: "plans", words: "began to change the plan" },
  "plans.save-draft": { group: "plans", words: "saved a plan being made" },
  "plans.add-item": { group: "plans", words: "added something to a plan being made" },
  "plans.discard-draft": { group: "plans", words: "threw away a plan being made" },
  "plans.publish": { group: "plans", words: "published a plan" },
  "plans.end": { group: "plans", words: "ended the plan" },
  "plans.decide-suggestion": { group: "plans", words: "decided about a suggestion to progress" },
  "plans.save-protocol": { group: "plans", words: "saved a plan as a protocol" },
  "plans.update-protocol": { group: "plans", words: "changed a protocol" },
  "plans.retire-protocol": { group: "plans", words: "took a protocol out of use" },
  "plans.pause": { group: "plans", words: "paused the plan" },
  "plans.resume": { group: "plans", words: "went on with the plan" },
  "plans.read-own-pause": { group: "patient", words: "looked at whether their plan is paused" },

  "practice.read-today": { group: "patient", words: "opened Today" },
  "practice.read-item": { group: "patient", words: "opened an exercise" },
  "practice.read-history": { group: "patient", words: "looked at what they had done" },
  "practice.read-patient": { group: "looked", words: "looked at the exercises done" },
  "practice.record": { group: "patient", words: "wrote down an exercise" },
  "practice.finish-session": { group: "patient", words: "finished a session" },
  "practice.correct": { group: "patient", words: "corrected an exercise" },
  "practice.mark-read": { group: "patient", words: "marked an article as read" },

  "questionnaires.read-own": { group: "patient", words: "opened their questions" },
  "questionnaires.open-draft": { group: "patient", words: "began to answer questions" },
  "questionnaires.save-answer": { group: "patient", words: "answered a question" },
  "questionnaires.submit": { group: "patient", words: "sent their answers" },
  "questionnaires.read-patient": { group: "looked", words: "looked at the answers" },
  "questionnaires.start-correction": { group: "patient", words: "began to correct their answers" },
  "questionnaires.list-instruments": { group: "plans", words: "looked through the questionnaires" },
  "questionnaires.send-now": { group: "plans", words: "sent a questionnaire" },
  "questionnaires.withdraw-request": { group: "plans", words: "took back a questionnaire" },
  "questionnaires.enter-paper": { group: "patient", words: "entered answers from paper" },
  "questionnaires.review-flags": { group: "patient", words: "noted that they had seen an answer to act on" },
  "questionnaires.bring-in": { group: "plans", words: "brought in the words of a questionnaire" },
  "questionnaires.retire": { group: "plans", words: "took a questionnaire out of use" },
  "questionnaires.restore": { group: "plans", words: "put a questionnaire back into use" },
  "questionnaires.check-results": { group: "looked", words: "checked a file of past results" },
  "questionnaires.import-results": { group: "patient", words: "brought in past results" },

  "messages.ask": { group: "messages", words: "sent a message" },
  "messages.answer": { group: "messages", words: "answered a message" },
  "messages.read-own": { group: "messages", words: "looked at their messages" },
  "messages.read-patient": { group: "looked", words: "looked at the messages" },

  "export.handout": { group: "looked", words: "made the handout of the plan" },
  "export.responses": { group: "looked", words: "exported the answers" },
  "export.read-calendar": { group: "patient", words: "looked at their calendar address" },
  "export.make-calendar": { group: "patient", words: "made a calendar address" },
  "export.revoke-calendar": { group: "patient", words: "closed their calendar address" },

  "jobs.read-reminders": { group: "patient", words: "looked at their reminders" },
  "jobs.save-reminders": { group: "patient", words: "changed their reminders" },
  "jobs.stop-reminders": { group: "patient", words: "switched their reminders off" },
  "jobs.snooze-reminders": { group: "patient", words: "put their reminders off" },
  "jobs.add-device": { group: "patient", words: "asked for reminders on a device" },
  "jobs.remove-device": { group: "patient", words: "stopped reminders on a device" },
  "jobs.turn-off-reminders": { group: "patient", words: "stopped reminders by e-mail" },

  "progress.read-own": { group: "patient", words: "looked at their progress" },
  "progress.read-patient": { group: "looked", words: "looked at the progress" },
  "progress.read-worklist": { group: "looked", words: "looked at the worklist" },
};

/** What was done, in plain words that follow a name. An action this version does not know is given by its name. */
export function actionWords(action: string): string {
  return (WORDS as Record<string, Words | undefined>)[action]?.words ?? `did something else (${action})`;
}

/** The actions of a group, as they stand in the trail. */
export function actionsOf(group: ActionGroup): string[] {
  return Object.entries(WORDS).flatMap(([action, { group: own }]) => (own === group ? [action] : []));
}
