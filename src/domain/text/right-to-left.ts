/** Letters that run from right to left, among others that do not. */

/** Hebrew, Arabic and every other script that runs from right to left (Unicode blocks of Bidi_Class R and AL). */
export const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export const openIsolate = "\u2068";
export const closeIsolate = "\u2069";

/** Somebody's words in a line with others: set apart where their direction could reorder the line (UAX 9, FSI and PDI). */
export const isolated = (text: string): string =>
  rightToLeft.test(text) ? `${openIsolate}${text}${closeIsolate}` : text;
