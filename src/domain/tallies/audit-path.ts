/**
 * What leads from one leaf of the tree to its root: enough for whoever holds the root to be sure that this commitment stands
 * at this place, and nothing of the others but hashes. RFC 9162 §2.1.3.
 */
import type { Sha256 } from "../ports.ts";
import { leafHash, levelAbove, nodeHash } from "./commitment.ts";

/** The audit path of §2.1.3.1 of the leaf at `index`, counted from 0, from the foot upwards: 32 bytes each. */
export const auditPath = (
  sha256: Sha256,
  leaves: readonly Uint8Array[],
  index: number,
): readonly Uint8Array[] => {
  const path: Uint8Array[] = [];
  let at = index;
  let level: readonly Uint8Array[] = leaves.map((leaf) => leafHash(sha256, leaf));
  while (level.length > 1) {
    const beside = level[at % 2 === 0 ? at + 1 : at - 1];
    if (beside !== undefined) path.push(beside);
    level = levelAbove(sha256, level);
    at = Math.floor(at / 2);
  }
  return path;
};

export interface PathPlace {
  /** Counted from 0. */
  readonly index: number;
  /** How many leaves the tree has. */
  readonly size: number;
}

const half = (n: number): number => Math.floor(n / 2);

/** The root to which the path leads, as §2.1.3.2 has it; nothing for a path that no leaf at that place has. */
export const rootByPath = (
  sha256: Sha256,
  leaf: Uint8Array,
  { index, size }: PathPlace,
  path: readonly Uint8Array[],
): Uint8Array | undefined => {
  if (index >= size) return undefined;
  let [first, last] = [index, size - 1];
  let root = leafHash(sha256, leaf);
  for (const beside of path) {
    if (last === 0) return undefined;
    if (first % 2 === 1 || first === last) {
      root = nodeHash(sha256, beside, root);
      // Where it went up alone there is nothing in the path.
      while (first % 2 === 0 && first !== 0) [first, last] = [half(first), half(last)];
    } else root = nodeHash(sha256, root, beside);
    [first, last] = [half(first), half(last)];
  }
  return last === 0 ? root : undefined;
};
