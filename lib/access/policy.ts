import type { Role } from "@/lib/identity/vocabulary";

const EVERYBODY = ["patient", "clinician", "admin"] as const;

/**
 * Who may do what. An action that is not here may be done by nobody, and the name of a command's file is its action. An
 * administrator runs the clinic's accounts and reads the audit trail, and does not see health records.
 */
export const POLICY = {
  "access.read-own": EVERYBODY,
  "access.change-password": EVERYBODY,
  "access.sign-out": EVERYBODY,
  "access.sign-out-everywhere": EVERYBODY,
  "access.set-up-code": EVERYBODY,
  "access.confirm-code": EVERYBODY,
  "access.remove-code": EVERYBODY,
  "access.switch-membership": EVERYBODY,

  "audit.read-own": ["patient"],
  "audit.read-clinic": ["admin"],

  "identity.list-members": ["admin"],
  "identity.invite-member": ["admin"],
  "identity.withdraw-invitation": ["admin"],
  "identity.disable-member": ["admin"],
  "identity.enable-member": ["admin"],
  "identity.list-patients": ["clinician"],
  "identity.read-patient": ["clinician"],
  "identity.add-patient": ["clinician"],
  "identity.edit-patient": ["clinician"],
  "identity.invite-patient": ["clinician"],

  "library.list": ["clinician"],
  "library.read-assigned": ["patient"],
  "library.favourite": ["clinician"],
  "library.copy": ["clinician"],
  "library.write": ["clinician"],
  "library.revise": ["clinician"],
  "library.retire": ["clinician"],
  "library.restore": ["clinician"],
  "library.upload": ["clinician"],
  "library.read-photo": ["patient", "clinician"],

  "plans.list-protocols": ["clinician"],
  "plans.read-draft": ["clinician"],
  "plans.apply-protocol": ["clinician"],
  "plans.start-draft": ["clinician"],
  "plans.save-draft": ["clinician"],
  "plans.add-item": ["clinician"],
  "plans.discard-draft": ["clinician"],
  "plans.publish": ["clinician"],
  "plans.end": ["clinician"],
  "plans.decide-suggestion": ["clinician"],
  "plans.save-protocol": ["clinician"],
  "plans.update-protocol": ["clinician"],
  "plans.retire-protocol": ["clinician"],
  "plans.pause": ["patient", "clinician"],
  "plans.resume": ["patient", "clinician"],
  "plans.read-own-pause": ["patient"],

  "practice.read-today": ["patient"],
  "practice.read-item": ["patient"],
  "practice.read-history": ["patient"],
  "practice.read-patient": ["clinician"],
  "practice.record": ["patient"],
  "practice.finish-session": ["patient"],
  "practice.correct": ["patient"],
  "practice.mark-read": ["patient"],

  "questionnaires.read-own": ["patient"],
  "questionnaires.open-draft": ["patient"],
  "questionnaires.save-answer": ["patient"],
  "questionnaires.submit": ["patient"],
  "questionnaires.start-correction": ["patient"],
  "questionnaires.read-patient": ["clinician"],
  "questionnaires.list-instruments": ["clinician"],
  "questionnaires.send-now": ["clinician"],
  "questionnaires.withdraw-request": ["clinician"],
  "questionnaires.enter-paper": ["clinician"],
  "questionnaires.review-flags": ["clinician"],
  "questionnaires.bring-in": ["clinician"],
  "questionnaires.retire": ["clinician"],
  "questionnaires.restore": ["clinician"],
  "questionnaires.check-results": ["clinician"],
  "questionnaires.import-results": ["clinician"],

  "messages.ask": ["patient"],
  "messages.answer": ["clinician"],
  "messages.read-own": ["patient"],
  "messages.read-patient": ["clinician"],

  "export.handout": ["patient", "clinician"],
  "export.responses": ["clinician"],
  "export.read-calendar": ["patient"],
  "export.make-calendar": ["patient"],
  "export.revoke-calendar": ["patient"],

  "jobs.read-reminders": ["patient"],
  "jobs.save-reminders": ["patient"],
  "jobs.stop-reminders": ["patient"],
  "jobs.snooze-reminders": ["patient"],
  "jobs.add-device": ["patient"],
  "jobs.remove-device": ["patient"],

  "progress.read-own": ["patient"],
  "progress.read-patient": ["clinician"],
  "progress.read-worklist": ["clinician"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof POLICY;

/** True when a role may do an action. Deny by default: the answer for an unknown action or role is false. */
export function may(role: Role, action: Action): boolean {
  const roles: readonly Role[] = Object.hasOwn(POLICY, action) ? POLICY[action] : [];
  return roles.includes(role);
}
