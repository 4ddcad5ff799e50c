/**
 * Sentences and words of plain text, by a small rule over punctuation: a sentence ends at `.`, `!`, `?` or `…`, with
 * the quotes and brackets that close after it, where white space and then a capital, a digit, a quote or `¿` or `¡`
 * follows. It does not end after the abbreviations below or an initial ("J. Doe"). `Intl.Segmenter` knows no
 * abbreviations, so "Ms. Roe" is two sentences to it.
 */
const end = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s+["'“‘«([¿¡]*[\p{Lu}\p{N}])/gu;

/** Before a name or a number; what often ends a sentence, as "Inc." does, is not among them. */
const abbreviation =
  /(?:^|[\s("“«¿¡])(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|Prof|St|No|Nos|Art|Sec|vs|cf|ca|e\.g|i\.e|U\.S|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Sr|Sra|Srta|Dra|Ud|Uds|Vd|Vds|EE|EE\. ?UU|núm|Núm|art|pág|p\. ?ej)\.$/u;

export interface Piece {
  readonly text: string;
  /** Where it begins. */
  readonly start: number;
}

/** The sentences of one paragraph, in order. */
export const sentencesIn = (paragraph: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let start = 0;
  const take = (to: number): void => {
    const raw = paragraph.slice(start, to);
    const text = raw.trim();
    if (text !== "") pieces.push({ text, start: start + raw.length - raw.trimStart().length });
    start = to;
  };
  for (const match of paragraph.matchAll(end)) {
    const to = match.index + match[0].length;
    // The longest abbreviation has seven characters, and one before it tells that it is a whole word.
    if (!abbreviation.test(paragraph.slice(Math.max(start, to - 8), to))) take(to);
  }
  take(paragraph.length);
  return pieces;
};

// None of them runs over an opening of its own kind, so that openings without an end take linear time.
const quotations = /"[^"]*"|“[^“”]*”|«[^«»]*»|„[^„“]*“/gu;

/** The text without what it quotes. */
export const unquoted = (text: string): string => text.replaceAll(quotations, " ");

/** What the text quotes, without the marks. */
export const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(quotations)].map(([quotation]) => quotation.slice(1, -1));

/** What stands between white space and holds a letter or a digit. */
export const wordCount = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\dA-Za-z]/u.test(word) || /[\p{L}\p{N}]/u.test(word))
    .length;
