import { leaveIfNodeIsTooOld } from "./lib/node-version.mjs";

leaveIfNodeIsTooOld();
import("./lib/check-content.mjs");
