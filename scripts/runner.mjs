import { leaveIfNodeIsTooOld } from "./lib/node-version.mjs";

leaveIfNodeIsTooOld();
import("./lib/run-runner.mjs");
