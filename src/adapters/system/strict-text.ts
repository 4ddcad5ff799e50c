/** Bytes as text, or nothing: a replacement character in a name would be a wrong name. */

/** The UTF-8 text without a byte order mark, or nothing when the bytes are no UTF-8. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};
