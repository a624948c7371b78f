import { leaveIfNodeIsTooOld } from "./lib/node-version.mjs";

leaveIfNodeIsTooOld();
import("./lib/score-input.mjs");
