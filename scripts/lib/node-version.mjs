// Read by Nodes far too old for the portal: no imports, and no syntax younger than modules themselves (Node 12).
const LEAST_NODE = "20.19.0";

export function isNodeTooOld(version) {
  const have = version.split(".").map(Number);
  const need = LEAST_NODE.split(".").map(Number);
  const at = need.findIndex((part, index) => have[index] !== part);
  return at !== -1 && have[at] < need[at];
}

export function leaveIfNodeIsTooOld() {
  const version = process.versions.node;
  if (!isNodeTooOld(version)) return;
  console.error(
    `plumbline: this is Node ${version}, and Plumbline needs Node ${LEAST_NODE} or later: https://nodejs.org`,
  );
  process.exit(1);
}
