/**
 * Bytes that may be anybody's into a list of signers. What is accepted is exactly what `writeSigners`
 * writes: each line is written again from what it was understood to say and must give the same text.
 * Says nothing of who signed it and for whom it is: that is for whoever merges it.
 */
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { linesOf, malformed } from "../sealing/payload.ts";
import type { PayloadFault, PayloadLine } from "../sealing/payload.ts";
import { headerFault, largestSigners, lineFault, mostLines } from "./signers-shape.ts";
import type { HeaderMembers, LineMembers } from "./signers-shape.ts";
import type { SignerLine, Signers } from "./signers.ts";
import { signerLineText, signersHeaderText, signersType, signersVersion } from "./write-signers.ts";

type Header = Omit<Signers, "lines">;

const otherForm = "it is not written in the one form of the format";
const otherBeginning = "it does not begin as a list of signers does";

const versionOf = (value: unknown): number | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  const { type, v } = value as { readonly type?: unknown; readonly v?: unknown };
  return type === signersType && Number.isSafeInteger(v) ? (v as number) : undefined;
};

const readHeader = ({ number, value, text }: PayloadLine): Result<Header, PayloadFault> => {
  const version = versionOf(value);
  if (version === undefined) return malformed(number, otherBeginning);
  if (version > signersVersion) return fail({ type: "payload-newer", version });
  const wrong = headerFault(value);
  if (wrong !== undefined) return malformed(number, wrong);
  const { type: _type, v: _v, prev, ...rest } = value as HeaderMembers;
  const header: Header = { ...rest, prev: prev ?? undefined };
  return signersHeaderText(header) === text ? ok(header) : malformed(number, otherForm);
};

/** The line. Its text must not come before the one before it; two coworkers may have one name. */
const readLine = (
  { number, value, text }: PayloadLine,
  before: string,
): Result<SignerLine, PayloadFault> => {
  const wrong = lineFault(value);
  if (wrong !== undefined) return malformed(number, wrong);
  const { supporter, ...shown } = value as LineMembers;
  const line: SignerLine = { ...shown, supporter: supporter === true };
  if (signerLineText(line) !== text) return malformed(number, otherForm);
  return text < before ? malformed(number, "the lines are not sorted") : ok(line);
};

/** The list, or the first thing that is wrong with the bytes. Stops there; never throws. */
export const parseSigners = (payload: Uint8Array): Result<Signers, PayloadFault> => {
  if (payload.length > largestSigners) return malformed(1, "no list of signers is as long as this");
  let header: Header | undefined;
  let before = "";
  const lines: SignerLine[] = [];
  for (const line of linesOf(payload)) {
    if (!line.ok) return line;
    if (header === undefined) {
      const read = readHeader(line.value);
      if (!read.ok) return read;
      header = read.value;
    } else {
      if (lines.length === mostLines)
        return malformed(line.value.number, "there are too many people in it");
      const read = readLine(line.value, before);
      if (!read.ok) return read;
      lines.push(read.value);
      before = line.value.text;
    }
  }
  return header === undefined ? malformed(1, otherBeginning) : ok({ ...header, lines });
};
