/** How a question is set: alone on its screen, or with others on the page of a section. */
export type Look = "screen" | "section";
