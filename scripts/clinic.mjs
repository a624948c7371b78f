import { leaveIfNodeIsTooOld } from "./lib/node-version.mjs";

leaveIfNodeIsTooOld();
import("./lib/found-clinic.mjs");
