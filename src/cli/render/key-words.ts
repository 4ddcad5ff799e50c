/** The fifteen words of a fingerprint, numbered, as they are read aloud. */
const perLine = 3;
/** No word of the list is longer. */
const widestWord = 8;

/** In lines of three, 39 columns wide at the most. */
export const numberedWords = (words: readonly string[]): string => {
  const cells = words.map(
    (word, index) => `${String(index + 1).padStart(2)} ${word.padEnd(widestWord)}`,
  );
  return Array.from({ length: Math.ceil(words.length / perLine) }, (_, line) =>
    `  ${cells.slice(line * perLine, (line + 1) * perLine).join("  ")}`.trimEnd(),
  ).join("\n");
};

/** Stands wherever one's own words are shown. */
export const readAloudRule =
  "Read them aloud only when you are asked, and only to somebody whose voice you know.";
