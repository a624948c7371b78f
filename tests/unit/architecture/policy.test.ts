import { describe, expect, test } from "vitest";
import { type Action, may, POLICY } from "@/lib/access/policy";
import { ROLES } from "@/lib/identity/vocabulary";

const YES = true;
const no = false;

/** Every cell is said here by hand: patient, clinician, administrator. */
const MATRIX: Record<Action, [patient: boolean, clinician: boolean, admin: boolean]> = {
  "access.read-own": [YES, YES, YES],
  "access.change-password": [YES, YES, YES],
  "access.sign-out": [YES, YES, YES],
  "access.sign-out-everywhere": [YES, YES, YES],
  "access.set-up-code": [YES, YES, YES],
  "access.confirm-code": [YES, YES, YES],
  "access.remove-code": [YES, YES, YES],
  "access.switch-membership": [YES, YES, YES],

  "audit.read-own": [YES, no, no],
  "audit.read-clinic": [no, no, YES],

  "identity.list-members": [no, no, YES],
  "identity.invite-member": [no, no, YES],
  "identity.withdraw-invitation": [no, no, YES],
  "identity.disable-member": [no, no, YES],
  "identity.enable-member": [no, no, YES],
  "identity.list-patients": [no, YES, no],
  "identity.read-patient": [no, YES, no],
  "identity.add-patient": [no, YES, no],
  "identity.edit-patient": [no, YES, no],
  "identity.invite-patient": [no, YES, no],

  "library.list": [no, YES, no],
  "library.read-assigned": [YES, no, no],
  "library.favourite": [no, YES, no],
  "library.copy": [no, YES, no],
  "library.write": [no, YES, no],
  "library.revise": [no, YES, no],
  "library.retire": [no, YES, no],
  "library.restore": [no, YES, no],
  "library.upload": [no, YES, no],
  "library.read-photo": [YES, YES, no],

  "plans.list-protocols": [no, YES, no],
  "plans.read-draft": [no, YES, no],
  "plans.apply-protocol": [no, YES, no],
  "plans.start-draft": [no, YES, no],
  "plans.save-draft": [no, YES, no],
  "plans.add-item": [no, YES, no],
  "plans.discard-draft": [no, YES, no],
  "plans.publish": [no, YES, no],
  "plans.end": [no, YES, no],
  "plans.decide-suggestion": [no, YES, no],
  "plans.save-protocol": [no, YES, no],
  "plans.update-protocol": [no, YES, no],
  "plans.retire-protocol": [no, YES, no],
  "plans.pause": [YES, YES, no],
  "plans.resume": [YES, YES, no],
  "plans.read-own-pause": [YES, no, no],

  "practice.read-today": [YES, no, no],
  "practice.read-item": [YES, no, no],
  "practice.read-history": [YES, no, no],
  "practice.read-patient": [no, YES, no],
  "practice.record": [YES, no, no],
  "practice.finish-session": [YES, no, no],
  "practice.correct": [YES, no, no],
  "practice.mark-read": [YES, no, no],

  "questionnaires.read-own": [YES, no, no],
  "questionnaires.open-draft": [YES, no, no],
  "questionnaires.save-answer": [YES, no, no],
  "questionnaires.submit": [YES, no, no],
  "questionnaires.start-correction": [YES, no, no],
  "questionnaires.read-patient": [no, YES, no],
  "questionnaires.list-instruments": [no, YES, no],
  "questionnaires.send-now": [no, YES, no],
  "questionnaires.withdraw-request": [no, YES, no],
  "questionnaires.enter-paper": [no, YES, no],
  "questionnaires.review-flags": [no, YES, no],
  "questionnaires.bring-in": [no, YES, no],
  "questionnaires.retire": [no, YES, no],
  "questionnaires.restore": [no, YES, no],
  "questionnaires.check-results": [no, YES, no],
  "questionnaires.import-results": [no, YES, no],

  "messages.ask": [YES, no, no],
  "messages.answer": [no, YES, no],
  "messages.read-own": [YES, no, no],
  "messages.read-patient": [no, YES, no],

  "export.handout": [YES, YES, no],
  "export.read-calendar": [YES, no, no],
  "export.make-calendar": [YES, no, no],
  "export.revoke-calendar": [YES, no, no],

  "jobs.read-reminders": [YES, no, no],
  "jobs.save-reminders": [YES, no, no],
  "jobs.stop-reminders": [YES, no, no],
  "jobs.snooze-reminders": [YES, no, no],
  "jobs.add-device": [YES, no, no],
  "jobs.remove-device": [YES, no, no],
  "export.responses": [no, YES, no],

  "progress.read-own": [YES, no, no],
  "progress.read-patient": [no, YES, no],
  "progress.read-worklist": [no, YES, no],
};

const actions = Object.keys(MATRIX) as Action[];

test("the table and the policy speak of the same actions", () => {
  expect(actions.toSorted()).toEqual(Object.keys(POLICY).toSorted());
  expect(ROLES).toEqual(["patient", "clinician", "admin"]);
});

describe.each(actions)("%s", (action) => {
  test.each(ROLES.map((role, at) => [role, MATRIX[action][at]] as const))("%s: %s", (role, allowed) => {
    expect(may(role, action)).toBe(allowed);
  });
});

test("what nobody named is refused, by whatever name", () => {
  const unknown = ["", "plans", "plans.*", "PLANS.PUBLISH", "toString", "constructor", "__proto__", "hasOwnProperty"];
  for (const action of unknown) for (const role of ROLES) expect(may(role, action as Action)).toBe(false);
  for (const role of ["", "owner", "ADMIN", "0", "length"]) {
    for (const action of actions) expect(may(role as (typeof ROLES)[number], action)).toBe(false);
  }
});
