/** A list of signers as bytes. There is one way to write each, so what `parseSigners` accepts is what this gives. */
import { writeLines } from "../sealing/payload.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import type { SignerLine, Signers } from "./signers.ts";

export const signersType = "pledge-signers";
export const signersVersion = 1;

/** The first line, without its LF. */
export const signersHeaderText = (signers: Omit<Signers, "lines">): string => {
  const { inTurf, elsewhere, supporters } = signers.counted;
  return canonicalJson({
    type: signersType,
    v: signersVersion,
    campaign: signers.campaign,
    committee: { number: signers.committee.number, hash: signers.committee.hash },
    from: signers.from,
    to: signers.to,
    incarnation: signers.incarnation,
    supersedes: signers.supersedes,
    seq: signers.seq,
    prev: signers.prev ?? null,
    asOf: signers.asOf,
    text: signers.text,
    counted: { inTurf, elsewhere, supporters },
  });
};

/** Somebody's line, without its LF. The lines of a list are sorted by it, in the order of UTF-16 code units. */
export const signerLineText = ({ name, role, team, supporter }: SignerLine): string =>
  canonicalJson({ name, role, team, ...(supporter ? { supporter } : {}) });

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The lines in the order of the format, whatever order they were given in. */
export const sortedLines = (lines: readonly SignerLine[]): readonly SignerLine[] =>
  lines
    .map((line) => ({ line, text: signerLineText(line) }))
    .toSorted((a, b) => byCodeUnits(a.text, b.text))
    .map(({ line }) => line);

/** The payload of a list whose lines and readers are sorted as its types say, pad included. */
export const writeSigners = (signers: Signers): Uint8Array =>
  writeLines([signersHeaderText(signers), ...signers.lines.map(signerLineText)]);
