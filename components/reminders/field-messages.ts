import type { FieldErrors } from "@/lib/core/errors";

/** What a form library says is wrong, by the dotted path of each field. */
export function fieldMessages(errors: object, path = ""): FieldErrors {
  const found: FieldErrors = {};
  for (const [name, problem] of Object.entries(errors) as [string, unknown][]) {
    if (typeof problem !== "object" || problem === null) continue;
    const at = path ? `${path}.${name}` : name;
    const message = "message" in problem && typeof problem.message === "string" ? problem.message : "";
    if (message) found[name === "root" ? path : at] = message;
    else if (!("type" in problem && "ref" in problem)) Object.assign(found, fieldMessages(problem, at));
  }
  return found;
}
