import type { SlotFacts } from "./slot";

const OSTELO = "Ostelo 2008 (an agreement of experts on published figures)";
const BACK_PAIN = "Low back pain, adults";

/** The figure of 30 % of the first score is no number of points and is left out. */
const rmdq: SlotFacts = {
  structureId: "rmdq",
  title: "Roland-Morris Disability Questionnaire (RMDQ)",
  shortTitle: "Roland-Morris",
  region: "Lower back",
  recall: "today",
  lists: { items: { title: "Your back today", meaning: "more difficulty because of back pain" } },
  licence: {
    holder: "its authors, Martin Roland and Richard Morris",
    note: "Called public domain in one stored file (second hand); its owners' own page was not found. Ask before you rely on it.",
    ask: "the authors' own page for the questionnaire",
  },
  references: [
    {
      kind: "mic",
      subscale: "total",
      value: 5,
      scale: "0-24, 0 best; less sure below 4 and above 20",
      population: BACK_PAIN,
      source: OSTELO,
      instrument: "Roland-Morris Disability Questionnaire",
    },
  ],
};

/** The measurement error of 10 is second hand without its study, and the 18 % after surgery is no number of points: both left out. */
const odi: SlotFacts = {
  structureId: "odi",
  title: "Oswestry Disability Index, version 2.1a (ODI)",
  shortTitle: "Oswestry",
  region: "Lower back",
  recall: "today",
  lists: { items: { title: "Your back today", meaning: "more difficulty because of back pain", ownAnswers: true } },
  licence: {
    holder: "Jeremy Fairbank, through Mapi Research Trust",
    note: "Copyright Fairbank; distributed by Mapi (read). Free for clinicians and academics without funding; organisations and IT companies pay (sralab.org, read).",
    ask: "mapi-trust.org (ePROVIDE)",
  },
  references: [
    {
      kind: "mic",
      subscale: "total",
      value: 10,
      scale: "0-100, 0 best",
      population: BACK_PAIN,
      source: OSTELO,
      instrument: "Oswestry Disability Index",
    },
  ],
};

const startBack: SlotFacts = {
  structureId: "start-back",
  title: "STarT Back Screening Tool",
  shortTitle: "STarT Back",
  region: "Lower back",
  recall: "the last 2 weeks",
  lists: {
    items: { title: "Your back", meaning: "a higher risk of lasting trouble" },
    bother: { title: "How much it bothers you", meaning: "more bothered" },
  },
  licence: {
    holder: "Keele University",
    note: "No licence needed without commercial use; commercial users ask first (2021, read). An older page: open to all, with its notice kept (read). That it is Keele's is background knowledge.",
    ask: "Keele University, STarT Back",
  },
  references: [],
};

export const BACK_SLOTS: readonly SlotFacts[] = [rmdq, odi, startBack];
