import type { SlotFacts, SlotLicence } from "./slot";

const OF_PFIZER: SlotLicence = {
  holder: "Pfizer, who let everyone use them",
  note: "No copyright restriction and no charge, by Pfizer's statement of 2010 (read).",
  ask: "nobody has to be asked",
};

const BINKLEY = {
  scale: "0-80, 80 best",
  population: "Adults with a muscle or joint problem of the leg, physiotherapy outpatients",
  source: "Binkley 1999",
  instrument: "Lower Extremity Functional Scale",
} as const;

const lefs: SlotFacts = {
  structureId: "lefs",
  title: "Lower Extremity Functional Scale (LEFS)",
  shortTitle: "LEFS",
  region: "Hip, knee, ankle or foot",
  recall: "today",
  lists: { items: { title: "Daily activities", meaning: "less difficulty with daily activities" } },
  licence: {
    holder: "its authors (Binkley and others, 1999)",
    note: "Said to be free (sralab.org, read); the copyright holder's own terms were not found. Ask before you rely on it.",
    ask: "the authors or the publisher of the article of 1999",
  },
  references: [
    { kind: "mic", subscale: "total", value: 9, ...BINKLEY },
    { kind: "mdc", subscale: "total", value: 9, ...BINKLEY },
  ],
};

/** The change of 5 often named for the PHQ-9 is background knowledge without a page read, and is left out. */
const phq9: SlotFacts = {
  structureId: "phq-9",
  title: "Patient Health Questionnaire, 9 questions (PHQ-9)",
  shortTitle: "PHQ-9",
  region: "Mood",
  recall: "the last 2 weeks",
  lists: { items: { title: "Your mood", meaning: "more signs of low mood" } },
  licence: OF_PFIZER,
  references: [],
};

const phq2: SlotFacts = {
  ...phq9,
  structureId: "phq-2",
  title: "Patient Health Questionnaire, 2 questions (PHQ-2)",
  shortTitle: "PHQ-2",
};

const gad7: SlotFacts = {
  ...phq9,
  structureId: "gad-7",
  title: "Generalised Anxiety Disorder scale, 7 questions (GAD-7)",
  shortTitle: "GAD-7",
  lists: { items: { title: "Worry", meaning: "more signs of worry" } },
};

const tsk11: SlotFacts = {
  structureId: "tsk-11",
  title: "Tampa Scale for Kinesiophobia, 11 questions (TSK-11)",
  shortTitle: "TSK-11",
  region: "Any long-lasting pain",
  recall: "how you feel now",
  lists: { items: { title: "Moving and pain", meaning: "more fear of moving" } },
  licence: {
    holder: "its authors",
    note: "Whose permission is needed is not known to us: no page was found. Ask before you use it.",
    ask: "the authors of the version you use (Woby and others, 2005)",
  },
  references: [
    {
      kind: "mic",
      subscale: "total",
      value: 4,
      scale: "11-44, 11 best",
      population: "Long-lasting low back pain",
      source: "Woby 2005",
      instrument: "Tampa Scale for Kinesiophobia, 11 questions",
    },
  ],
};

const pcs: SlotFacts = {
  structureId: "pcs",
  title: "Pain Catastrophizing Scale (PCS)",
  shortTitle: "PCS",
  region: "Any pain",
  recall: "times when you are in pain",
  lists: { items: { title: "Thoughts about pain", meaning: "more worrying thoughts about pain" } },
  licence: {
    holder: "Michael Sullivan",
    note: "That he owns it, and that it is licensed, is background knowledge; no page was found that says by whom and for how much. Ask before you use it.",
    ask: "the author, or Mapi Research Trust",
  },
  references: [],
};

/** The change of 2 often named is background knowledge without a page read, and is left out. */
const psfs: SlotFacts = {
  structureId: "psfs",
  title: "Patient-Specific Functional Scale (PSFS)",
  shortTitle: "PSFS",
  region: "Any muscle or joint problem",
  recall: "today",
  lists: { items: { title: "Your activities", meaning: "less difficulty with your activities" } },
  licence: {
    holder: "its authors (Stratford and others, 1995)",
    note: "Free to use, as background knowledge has it; no page was read.",
    ask: "the authors or the publisher of the article of 1995",
  },
  references: [],
  isNamed: true,
};

export const GENERAL_SLOTS: readonly SlotFacts[] = [lefs, phq9, phq2, gad7, tsk11, pcs, psfs];
