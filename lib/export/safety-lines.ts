/**
 * What stands on every handout about pain and about help. Adults with knee, hip or low back trouble doing prescribed exercise:
 * pain no higher than the limit that settles by the next morning (pain-monitoring models after Thomee 1997); help the same day
 * after NHS guidance on knee pain; help at once after the warning signs of cauda equina syndrome (GIRFT pathway 2023).
 */
export const SAFETY_LINES = [
  {
    key: "pain",
    title: "Pain",
    words:
      "Some pain is all right if it stays within your limit and has settled by the next morning. If it goes over your limit, do less, make the movement smaller, or stop for today.",
  },
  {
    key: "today",
    title: "Ring your clinic or 111 today",
    words: "if you cannot put weight on the leg, the joint locks or gives way, or it is hot or very swollen.",
  },
  {
    key: "now",
    title: "Call 999 or go to A&E now",
    words:
      "if you go numb between your legs, cannot control your bladder or bowels, or have new pain or weakness in both legs.",
  },
] as const;
