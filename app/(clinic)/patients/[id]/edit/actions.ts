"use server";

import { action } from "@/lib/core/action";
import { editPatient as editPatientCommand } from "@/lib/identity/commands/edit-patient";
import { invitePatient as invitePatientCommand } from "@/lib/identity/commands/invite-patient";

export const editPatient = action(editPatientCommand);
export const invitePatient = action(invitePatientCommand);
