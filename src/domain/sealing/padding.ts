/**
 * How long a payload is made: a file's length would else tell how many people are in it. Buckets of 4, 16, 64
 * and 256 KiB; above them Padmé, which keeps the first six bits of the length and adds at most one part in 32.
 *
 * Source of Padmé: Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and
 * Communication with PURBs", PoPETs 2019 (4), algorithm 1.
 */
const buckets = [4, 16, 64, 256].map((kibibytes) => kibibytes * 1024);

/** Keeps the exponent's worth of leading bits of the length and rounds the rest up. `length` in bytes, 2 or more. */
const padme = (length: number): number => {
  const exponent = Math.floor(Math.log2(length));
  const mantissaBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - mantissaBits);
  return Math.ceil(length / step) * step;
};

/** The smallest bucket of files that travel as files, in bytes. */
const smallestBucket = 4 * 1024;

/** The smallest bucket of what is pasted into a messenger, in bytes: armored it stays below 2,000 characters. */
export const smallestPasted = 1024;

/** The length, in bytes, of the smallest bucket that holds `length` bytes; `least` is a bucket before the others, or the first of them. */
export const paddedLength = (length: number, least: number = smallestBucket): number =>
  [least, ...buckets].find((bucket) => bucket >= length) ?? padme(length);
