import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import { counted } from "../../domain/text/words.ts";

export interface ListedLetter {
  readonly letter: Letter;
  /** People with a signature under the fixed text; 0 for a draft. */
  readonly signed: number;
  /** People who pledged to sign and have not signed it; 0 for a draft. */
  readonly toAsk: number;
}

/** "first-letter: fixed on 2026-11-22, signed by 15 people, 5 to ask (text 0123456789abcdef)" */
export const listedLetterText = ({ letter, signed, toAsk }: ListedLetter): string => {
  const { name, frozen, startedOn } = letter;
  if (frozen === undefined) return `${name}: a draft, started on ${startedOn}`;
  const by = `signed by ${counted(signed, "person", "people")}, ${toAsk} to ask`;
  return `${name}: fixed on ${frozen.frozenOn}, ${by} (text ${shortHash(frozen.hash)})`;
};
