/** Only capitals can differ: most names and addresses, in a fifth of the time. */
const plain = /^(?:[!-~]| (?! ))*$/u;

const foldedMarks = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/\s+/gu, " ")
    .toLowerCase();

/** Without accents and capitals, quotes straight: what patterns and comparisons are written for. */
export const folded = (text: string): string =>
  plain.test(text) ? text.toLowerCase() : foldedMarks(text);

/** Letters and digits alone: the same for a text however it is escaped, quoted or broken into lines. */
export const lettersOf = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}]+/gu, "");
