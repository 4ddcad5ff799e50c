/** Without accents and capitals, quotes straight: what patterns and comparisons are written for. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/\s+/gu, " ")
    .toLowerCase();

/** Letters and digits alone: the same for a text however it is escaped, quoted or broken into lines. */
export const lettersOf = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}]+/gu, "");
