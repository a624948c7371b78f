"use server";

import { action } from "@/lib/core/action";
import { addPatient as addPatientCommand } from "@/lib/identity/commands/add-patient";

export const addPatient = action(addPatientCommand);
