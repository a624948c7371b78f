const SIZE = { sm: "size-8 text-xs", md: "size-11 text-sm", lg: "size-16 text-lg" };

/** First letters of the first and the last word, as a reader of that script would see them. */
export function initialsOf(name: string) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return chosen.map((word) => [...letters.segment(word ?? "")][0]?.segment.toLocaleUpperCase("en-GB") ?? "").join("");
}

/** Decoration beside a written name. */
export function Avatar({
  name,
  size = "md",
  className,
}: {
  name: string;
  size?: keyof typeof SIZE;
  className?: string;
}) {
  return (
    <span
      aria-hidden="true"
      className={`grid flex-none select-none place-items-center rounded-full bg-teal-wash font-semibold text-teal-ink ${SIZE[size]} ${className ?? ""}`}
    >
      {initialsOf(name)}
    </span>
  );
}
