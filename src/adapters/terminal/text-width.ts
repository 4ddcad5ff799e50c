/**
 * Columns that a text takes on a terminal. The library brings Unicode's tables, which take longer to
 * load than a list takes to print, so it is loaded only for texts that need them.
 */

/** Printable ASCII, and the ellipsis that stands for what was cut: one column each. */
const narrow = /^[\u0020-\u007E\u2026]*$/u;

/** A measure for texts made of these and of ASCII; for any text when none are named. */
export const loadTextWidth = async (
  texts?: readonly string[],
): Promise<(text: string) => number> => {
  if (texts?.every((text) => narrow.test(text)) === true) return (text) => text.length;
  const { default: stringWidth } = await import("string-width");
  return (text) => stringWidth(text);
};
