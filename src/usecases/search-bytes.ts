/** Looks for text in bytes the way somebody who found a file would. */

/** UTF-16 in little-endian order, as many programs of Windows store text. */
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap((at) => {
      const unit = text.charCodeAt(at);
      return [unit & 0xff, unit >> 8];
    }),
  );

const holds = (bytes: Uint8Array, wanted: Uint8Array): boolean => {
  const first = wanted[0];
  if (first === undefined) return true;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
};

/** Those of the texts that stand in the bytes, in UTF-8 or UTF-16. */
export const textsFoundIn = (
  bytes: Uint8Array,
  texts: readonly string[],
  utf8: (text: string) => Uint8Array,
): readonly string[] =>
  texts.filter((text) => holds(bytes, utf8(text)) || holds(bytes, utf16(text)));
