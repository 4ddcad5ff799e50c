import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import type { Range } from "../../domain/pledges/readiness.ts";
import { counted, grouped } from "../../domain/text/words.ts";

export interface ListedLetter {
  readonly letter: Letter;
  /** People with a signature under the fixed text, as far as the lists of organizers show; nobody for a draft. */
  readonly signed: Range;
  /** People who pledged to sign and have not signed it; 0 for a draft. */
  readonly toAsk: number;
}

const people = ({ low, high }: Range): string =>
  low === high
    ? counted(high, "person", "people")
    : `${grouped(low)} to ${counted(high, "person", "people")}`;

/** "first-letter: fixed on 2026-11-22, signed by 15 people, 5 to ask (text 0123456789abcdef)" */
export const listedLetterText = ({ letter, signed, toAsk }: ListedLetter): string => {
  const { name, frozen, startedOn } = letter;
  if (frozen === undefined) return `${name}: a draft, started on ${startedOn}`;
  const by = `signed by ${people(signed)}, ${toAsk} to ask`;
  return `${name}: fixed on ${frozen.frozenOn}, ${by} (text ${shortHash(frozen.hash)})`;
};
