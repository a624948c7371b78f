import type { Reference } from "../instrument-schema";
import type { SlotFacts, SlotLicence } from "./slot";

const OF_BELLAMY: SlotLicence = {
  holder: "Nicholas Bellamy and those he has licensed",
  note: "Not free; requests go to womac.org (sralab.org, read). That the rights are Professor Bellamy's is background knowledge.",
  ask: "womac.org",
};

const OF_MAPI: SlotLicence = {
  holder: "its developers, through Mapi Research Trust",
  note: "Since October 2023 permission is always needed, for short forms too. Free for academic use; companies and health-care organisations pay (mapi-trust.org, read).",
  ask: "mapi-trust.org (ePROVIDE)",
};

const LOW_BEST = "0-100, 0 best";
const HIGH_BEST = "0-100, 100 best";
const TUBACH_CHANGE = "Tubach 2005, Annals of the Rheumatic Diseases, PMC1755212";
const TUBACH_STATE = "Tubach 2005, Annals of the Rheumatic Diseases, PMC1755171";
const EHRICH = "Ehrich 2000, Journal of Rheumatology 27:2635-2641";
const ESCOBAR = "Escobar 2007, Osteoarthritis and Cartilage 15:273-280";

type Kind = Reference["kind"];
type Figure = readonly [kind: Kind, subscale: string, value: number];
type Origin = Pick<Reference, "scale" | "population" | "source" | "instrument"> & { only?: string };

const figures = (origin: Origin, ...list: readonly Figure[]): (Reference & { only?: string })[] =>
  list.map(([kind, subscale, value]) => ({ kind, subscale, value, ...origin }));

const KNEE_TABLETS = "Knee osteoarthritis, anti-inflammatory medicine, 4 weeks";
const HIP_TABLETS = "Hip osteoarthritis, anti-inflammatory medicine, 4 weeks";
const AFTER_KNEE_REPLACEMENT = "Knee osteoarthritis, before and 6 months after total knee replacement";

/** Only figures of the WOMAC's own parts: the pain figures of Tubach are of one line for pain and are left out. */
const womac: SlotFacts = {
  structureId: "womac",
  title: "Western Ontario and McMaster Universities Osteoarthritis Index (WOMAC)",
  shortTitle: "WOMAC",
  region: "Knee or hip",
  recall: "the last 48 hours",
  lists: {
    pain: { title: "Pain", meaning: "more pain" },
    stiffness: { title: "Stiffness", meaning: "more stiffness" },
    function: { title: "Daily activities", meaning: "more difficulty with daily activities" },
  },
  licence: OF_BELLAMY,
  references: [
    ...figures({ scale: LOW_BEST, population: KNEE_TABLETS, source: TUBACH_CHANGE, instrument: "WOMAC function" }, [
      "mic",
      "function",
      9.1,
    ]),
    ...figures({ scale: LOW_BEST, population: HIP_TABLETS, source: TUBACH_CHANGE, instrument: "WOMAC function" }, [
      "mic",
      "function",
      7.9,
    ]),
    ...figures({ scale: LOW_BEST, population: KNEE_TABLETS, source: TUBACH_STATE, instrument: "WOMAC function" }, [
      "pass",
      "function",
      31.0,
    ]),
    ...figures({ scale: LOW_BEST, population: HIP_TABLETS, source: TUBACH_STATE, instrument: "WOMAC function" }, [
      "pass",
      "function",
      34.4,
    ]),
    ...figures(
      {
        scale: `${LOW_BEST} (items of 100 mm lines)`,
        population: "Knee or hip osteoarthritis, anti-inflammatory medicine or placebo, 6 weeks",
        source: EHRICH,
        instrument: "WOMAC on lines",
        only: "vas",
      },
      ["mic", "pain", 9.7],
      ["mic", "stiffness", 10.0],
      ["mic", "function", 9.3],
    ),
    ...figures(
      { scale: LOW_BEST, population: AFTER_KNEE_REPLACEMENT, source: ESCOBAR, instrument: "WOMAC" },
      ["mic", "pain", 22.87],
      ["mic", "stiffness", 14.52],
      ["mdc", "stiffness", 29.12],
      ["mdc", "function", 13.11],
    ),
    ...figures(
      {
        scale: `${LOW_BEST} (9.1 of 0-68, answers in words)`,
        population: "Hip osteoarthritis",
        source: "A textbook chapter on measures for hip and knee osteoarthritis, page 255 (second hand)",
        instrument: "WOMAC function",
        only: "likert",
      },
      ["mdc", "function", 13.4],
    ),
  ],
};

const ofKnee = { region: "Knee", recall: "the last week", licence: OF_MAPI } as const;
const ofHip = { region: "Hip", recall: "the last week", licence: OF_MAPI } as const;

/** In these parts some items ask how often and others how much, so their answers have words of their own: background knowledge. */
const FIVE_PARTS: SlotFacts["lists"] = {
  symptoms: { title: "Symptoms", meaning: "fewer symptoms", ownAnswers: true },
  pain: { title: "Pain", meaning: "less pain", ownAnswers: true },
  adl: { title: "Daily activities", meaning: "less difficulty with daily activities" },
  sport: { title: "Sport and leisure", meaning: "less difficulty with sport and leisure" },
  qol: { title: "Quality of life", meaning: "a better quality of life", ownAnswers: true },
};

const THREE_PARTS: SlotFacts["lists"] = {
  pain: { title: "Pain", meaning: "less pain", ownAnswers: true },
  function: { title: "Daily activities", meaning: "less difficulty with daily activities" },
  qol: { title: "Quality of life", meaning: "a better quality of life", ownAnswers: true },
};

const PHYSICAL_FUNCTION: SlotFacts["lists"] = {
  items: { title: "Physical function", meaning: "more difficulty with moving" },
};

const koos: SlotFacts = {
  ...ofKnee,
  structureId: "koos",
  title: "Knee injury and Osteoarthritis Outcome Score (KOOS)",
  shortTitle: "KOOS",
  lists: FIVE_PARTS,
  references: figures(
    {
      scale: HIGH_BEST,
      population: "Knee osteoarthritis, 146 people with 4 weeks of physiotherapy, Persian version",
      source: "Mostafaee 2021, Physiotherapy Theory and Practice",
      instrument: "KOOS",
    },
    ["mic", "symptoms", 12.5],
    ["mic", "pain", 15],
    ["mic", "adl", 15.5],
    ["mic", "sport", 17.5],
    ["mic", "qol", 12.5],
  ),
};

const hoos: SlotFacts = {
  ...ofHip,
  structureId: "hoos",
  title: "Hip disability and Osteoarthritis Outcome Score (HOOS)",
  shortTitle: "HOOS",
  lists: FIVE_PARTS,
  references: [],
};

const koos12: SlotFacts = {
  ...ofKnee,
  structureId: "koos-12",
  title: "Knee injury and Osteoarthritis Outcome Score, 12 questions (KOOS-12)",
  shortTitle: "KOOS-12",
  lists: THREE_PARTS,
  references: [],
};

const hoos12: SlotFacts = {
  ...ofHip,
  structureId: "hoos-12",
  title: "Hip disability and Osteoarthritis Outcome Score, 12 questions (HOOS-12)",
  shortTitle: "HOOS-12",
  lists: THREE_PARTS,
  references: [],
};

const koosPs: SlotFacts = {
  ...ofKnee,
  structureId: "koos-ps",
  title: "KOOS Physical Function Short Form (KOOS-PS)",
  shortTitle: "KOOS-PS",
  lists: PHYSICAL_FUNCTION,
  references: figures(
    {
      scale: LOW_BEST,
      population: "Knee osteoarthritis, orthopaedic outpatients who felt a change within 2 weeks",
      source: "PMC3943561",
      instrument: "KOOS-PS",
    },
    ["mic", "total", 2.2],
  ),
};

const hoosPs: SlotFacts = {
  ...ofHip,
  structureId: "hoos-ps",
  title: "HOOS Physical Function Short Form (HOOS-PS)",
  shortTitle: "HOOS-PS",
  lists: PHYSICAL_FUNCTION,
  references: [],
};

const KNEE_SCORE = { scale: "0-48, 48 best", instrument: "Oxford Knee Score" } as const;
const PARTIAL_REPLACEMENT = "Partial knee replacement";
const HARRIS = "Harris and others, Acta Orthopaedica (article 3909 at actaorthop.org)";

const oks: SlotFacts = {
  structureId: "oks",
  title: "Oxford Knee Score (OKS)",
  shortTitle: "OKS",
  region: "Knee",
  recall: "the last 4 weeks",
  lists: { items: { title: "Your knee", meaning: "a better knee", ownAnswers: true } },
  licence: {
    holder: "Oxford University Innovation",
    note: "Copyright of Oxford University Innovation (read). Its terms were not read: ask before you use it.",
    ask: "Oxford University Innovation, clinical outcomes",
  },
  references: [
    ...figures(
      {
        ...KNEE_SCORE,
        population: "Knee osteoarthritis, 397 people followed for 6 months, Spanish version",
        source: "PMC5622506",
      },
      ["mic", "total", 6.1],
      ["mdc", "total", 4.4],
    ),
    ...figures({ ...KNEE_SCORE, population: `${PARTIAL_REPLACEMENT}, 3 months after`, source: HARRIS }, [
      "mic",
      "total",
      4.7,
    ]),
    ...figures({ ...KNEE_SCORE, population: `${PARTIAL_REPLACEMENT}, 12 months after`, source: HARRIS }, [
      "mic",
      "total",
      7.1,
    ]),
    ...figures({ ...KNEE_SCORE, population: `${PARTIAL_REPLACEMENT}, 24 months after`, source: HARRIS }, [
      "mic",
      "total",
      5.4,
    ]),
  ],
};

export const KNEE_AND_HIP_SLOTS: readonly SlotFacts[] = [womac, koos, hoos, koos12, hoos12, koosPs, hoosPs, oks];
