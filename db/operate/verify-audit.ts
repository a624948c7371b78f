import { parseAnchor, verifyChains } from "../audit-chains";
import { openAdmin } from "../migrate";
import { adminAddress, runProgram, tell } from "./program";

void runProgram(async () => {
  const anchors = process.argv.flatMap((argument, index) =>
    argument === "--anchor" ? [parseAnchor(process.argv[index + 1] ?? "")] : [],
  );
  const admin = openAdmin(adminAddress());
  try {
    const { lines, wrong } = await verifyChains(admin, anchors);
    for (const line of lines) tell(line);
    if (wrong > 0) throw new Error(`the audit trail was changed in ${wrong} ${wrong === 1 ? "place" : "places"}`);
  } finally {
    await admin.end({ timeout: 5 });
  }
});
