"use server";

import { action, autosave } from "@/lib/core/action";
import { copyItem } from "@/lib/library/commands/copy";
import { favouriteItem } from "@/lib/library/commands/favourite";
import { restoreItem } from "@/lib/library/commands/restore";
import { retireItem } from "@/lib/library/commands/retire";
import { reviseItem } from "@/lib/library/commands/revise";
import { uploadPhoto } from "@/lib/library/commands/upload";
import { writeItem } from "@/lib/library/commands/write";
import { addItem } from "@/lib/plans/commands/add-item";

export const favourite = action(favouriteItem);
export const copy = action(copyItem);
export const write = action(writeItem);
export const revise = action(reviseItem);
export const retire = action(retireItem);
export const restore = action(restoreItem);
export const addToPlan = action(addItem);
export const upload = autosave(uploadPhoto);
