/** The lines of a tally as the vault keeps them beside the payload: for counting, without proofs (`docs/vault-format.md`). */
import { linesIn, tokenBytes, whichBytes } from "./lines.ts";
import type { Lines, Said } from "./lines.ts";

export interface KeptLines {
  /** 16 bytes a line. */
  readonly tokens: Uint8Array;
  /** Four bytes a line, in the order of this machine: the place in `said`. */
  readonly which: Uint8Array;
  /** JSON, a list of what lines say. */
  readonly said: string;
}

export const keptLinesFrom = (lines: Lines): KeptLines => ({
  tokens: tokenBytes(lines),
  which: whichBytes(lines),
  said: JSON.stringify(lines.said),
});

/** Of what `keptLinesFrom` gave: nobody else writes into the vault. */
export const keptLinesIn = ({ tokens, which, said }: KeptLines): Lines =>
  linesIn(tokens, which, JSON.parse(said) as readonly Said[]);
