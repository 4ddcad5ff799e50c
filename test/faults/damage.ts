/** A file as accidents and carriers change it: bits, octets, pieces, and whole blocks of other files. The same in every run. */
import { concat } from "../adapters/openpgp/by-hand.ts";
import { seededRandomness } from "../support/seeded-randomness.ts";

export interface Damaged {
  /** What was done, to find it again. */
  readonly what: string;
  readonly bytes: Uint8Array;
}

/** A whole number below `bound`. */
export type Below = (bound: number) => number;

export const chance = (seed: number): Below => {
  const random = seededRandomness(seed);
  return (bound) => {
    const [a = 0, b = 0, c = 0] = random.bytes(3);
    return Math.floor(((a * 65_536 + b * 256 + c) / 2 ** 24) * bound);
  };
};

const times = <Item>(count: number, item: (n: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, n) => item(n));

const headLength = 512;

/** So many positions: every other one in the beginning, where the readers are, and the rest over all of the file. */
const spread = (count: number, length: number): readonly number[] => {
  const half = Math.floor(count / 2);
  const head = Math.min(headLength, length);
  return times(count, (n) =>
    n < half ? Math.floor((n * head) / half) : Math.floor(((n - half) * length) / (count - half)),
  );
};

const withOctet = (file: Uint8Array, at: number, octet: number): Uint8Array => {
  const copy = Uint8Array.from(file);
  copy[at] = octet;
  return copy;
};

/** `length` octets from `at` on replaced by others. */
const replaced = (file: Uint8Array, at: number, length: number, by: Uint8Array): Uint8Array =>
  concat(file.subarray(0, at), by, file.subarray(at + length));

export const bits = (file: Uint8Array, count: number): readonly Damaged[] =>
  spread(count, file.length).map((at, n) => {
    const bit = n % 8;
    return { what: `bit ${at}.${bit}`, bytes: withOctet(file, at, (file[at] ?? 0) ^ (1 << bit)) };
  });

const octets = (file: Uint8Array, count: number, below: Below): readonly Damaged[] =>
  spread(count, file.length).map((at) => {
    const octet = ((file[at] ?? 0) + 1 + below(255)) % 256;
    return { what: `octet ${at} is ${octet}`, bytes: withOctet(file, at, octet) };
  });

const cut = (file: Uint8Array, count: number): readonly Damaged[] =>
  spread(count, file.length).map((at) => ({
    what: `cut off at ${at}`,
    bytes: file.subarray(0, at),
  }));

const pieces = (file: Uint8Array, count: number, below: Below): readonly Damaged[] =>
  times(count, (n) => {
    const at = below(file.length);
    const length = 1 + below(Math.min(n % 2 === 0 ? 4 : 200, file.length - at));
    const piece = file.subarray(at, at + length);
    const to = below(file.length);
    const noise = Uint8Array.from({ length }, () => below(256));
    const done = `${length} octets at ${at}`;
    switch (n % 5) {
      case 0:
        return { what: `${done} put in`, bytes: replaced(file, at, 0, noise) };
      case 1:
        return { what: `${done} taken out`, bytes: replaced(file, at, length, new Uint8Array()) };
      case 2:
        return { what: `${done} twice`, bytes: replaced(file, at, 0, piece) };
      case 3:
        return { what: `${done} replaced`, bytes: replaced(file, at, length, noise) };
      default: {
        const rest = replaced(file, at, length, new Uint8Array());
        const target = Math.min(to, rest.length);
        return { what: `${done} moved to ${target}`, bytes: replaced(rest, target, 0, piece) };
      }
    }
  });

const spliced = (
  file: Uint8Array,
  others: readonly Uint8Array[],
  count: number,
  below: Below,
): readonly Damaged[] =>
  times(count, (n) => {
    const other = others[n % others.length] ?? file;
    const at = below(file.length);
    const from = below(other.length);
    const length = 1 + below(other.length - from);
    const piece = other.subarray(from, from + length);
    const gone = n % 3 === 0 ? 0 : length;
    const start = n % 3 === 2 ? Math.min(from, file.length) : at;
    return {
      what: `octets ${from} to ${from + length} of another file at ${start} for ${gone}`,
      bytes: replaced(file, start, gone, piece),
    };
  });

/** 1,280 files, each changed in one way; some few of them by chance into what they were. */
export const damagesOf = (
  file: Uint8Array,
  others: readonly Uint8Array[],
  seed: number,
): readonly Damaged[] => {
  const below = chance(seed);
  return [
    ...bits(file, 512),
    ...octets(file, 256, below),
    ...cut(file, 128),
    ...pieces(file, 256, below),
    ...spliced(file, others, 128, below),
  ];
};
