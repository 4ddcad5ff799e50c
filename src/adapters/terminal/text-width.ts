/**
 * Columns that a text takes on a terminal. The library brings Unicode's tables, which take longer to
 * load than a list takes to print, so it is loaded only for texts that need them.
 */

/**
 * One column each: letters and signs of Latin, Greek and Cyrillic without combining marks and the soft
 * hyphen, and the ellipsis for what was cut. test/adapters/terminal/text-width.test.ts asks the library.
 */
const narrow = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u024F\u0370-\u0482\u048A-\u052F\u2026]*$/u;

/** A measure for texts made of these, which are one unit and one column each; for any text when none are named. */
export const loadTextWidth = async (
  texts?: readonly string[],
): Promise<(text: string) => number> => {
  if (texts?.every((text) => narrow.test(text)) === true) return (text) => text.length;
  const { default: stringWidth } = await import("string-width");
  return (text) => stringWidth(text);
};
