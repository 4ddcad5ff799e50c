/** Bytes as words that one says to another: the first words of BIP 39 over twenty of them, as of a fingerprint. */
import { readSpoken, wordsSpoken } from "../../domain/audits/draw.ts";
import type { SpokenWords } from "../../domain/audits/draw.ts";
import type { Randomness } from "../../domain/ports.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import { toHex } from "../../domain/text/bytes.ts";

type Words = Pick<OpenPgp, "words">;

const twentyBytes = 20;

/** Each word stands for 11 bits, from the first on. `bytes` are at least 20. */
export const wordsFor = async (
  openpgp: Words,
  bytes: Uint8Array,
  count: number,
): Promise<readonly string[]> => {
  const fingerprint = toHex(bytes.subarray(0, twentyBytes)) as Fingerprint;
  return (await openpgp.words({ fingerprint })).slice(0, count);
};

/** Six words for the bytes. */
export const spokenFor = async (openpgp: Words, bytes: Uint8Array): Promise<SpokenWords> => {
  const words = readSpoken((await wordsFor(openpgp, bytes, wordsSpoken)).join(" "));
  if (words === undefined) throw new Error("there are fewer words than are said");
  return words;
};

/** Six words by chance: 66 bits. */
export const randomWords = (openpgp: Words, random: Randomness): Promise<SpokenWords> =>
  spokenFor(openpgp, random.bytes(twentyBytes));
