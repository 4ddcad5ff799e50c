import type { Day } from "../day.ts";
import type { Sha256 } from "../ports.ts";
import { toHex } from "../text/bytes.ts";
import type { FrozenText, TextHash } from "./letter.ts";

/** The text as people sign it: NFC and LF, named by the SHA-256 of its UTF-8. */
export const fixText = (markdown: string, sha256: Sha256, frozenOn: Day): FrozenText => {
  const text = markdown.replaceAll(/\r\n?/gu, "\n").normalize("NFC");
  return {
    hash: toHex(sha256(new TextEncoder().encode(text))) as TextHash,
    markdown: text,
    frozenOn,
  };
};

/** The first 16 hex digits: enough to compare two texts by eye or voice, and what tallies carry. */
export const shortHash = (hash: TextHash): string => hash.slice(0, 16);
