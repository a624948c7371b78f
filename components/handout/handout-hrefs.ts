import type { HandoutSize, HandoutText } from "@/lib/export/vocabulary";

export type HandoutChoices = { size: HandoutSize; text: HandoutText };

/** What a page's address says about size and text; anything else is the normal size of the published text. */
export function choicesOf(search: { size?: string | string[]; draft?: string | string[] }): HandoutChoices {
  return {
    size: search.size === "large" ? "large" : "normal",
    text: search.draft === undefined ? "published" : "draft",
  };
}

/** An address with the choices that are not the usual ones. */
export function withChoices(path: string, { size, text }: HandoutChoices): string {
  const chosen = [size === "large" ? "size=large" : null, text === "draft" ? "draft" : null].filter(Boolean);
  return chosen.length > 0 ? `${path}${path.includes("?") ? "&" : "?"}${chosen.join("&")}` : path;
}

/** Where the PDF of a plan is fetched. */
export function pdfHref(planId: string, choices: HandoutChoices): string {
  return withChoices(`/api/handout/${planId}`, choices);
}
