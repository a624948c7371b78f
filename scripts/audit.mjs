import { leaveIfNodeIsTooOld } from "./lib/node-version.mjs";

leaveIfNodeIsTooOld();
import("./lib/operate.mjs").then(({ operate }) => operate("verify-audit"));
