import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { auditPath, rootByPath } from "../../../src/domain/tallies/audit-path.ts";
import { merkleRoot } from "../../../src/domain/tallies/commitment.ts";

const { sha256 } = hashes;

const digest = (...parts: readonly Uint8Array[]): Buffer =>
  createHash("sha256").update(Buffer.concat(parts)).digest();

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex");

/** RFC 9162 §2.1.1 and §2.1.3.1 word for word: both split at the largest power of two below n. */
const splitOf = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

const rootByTheRfc = (leaves: readonly Uint8Array[]): Uint8Array => {
  const [first] = leaves;
  if (first === undefined) return digest();
  if (leaves.length === 1) return digest(Buffer.of(0), first);
  const k = splitOf(leaves.length);
  return digest(Buffer.of(1), rootByTheRfc(leaves.slice(0, k)), rootByTheRfc(leaves.slice(k)));
};

const pathByTheRfc = (m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (leaves.length <= 1) return [];
  const k = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k
    ? [...pathByTheRfc(m, left), rootByTheRfc(right)]
    : [...pathByTheRfc(m - k, right), rootByTheRfc(left)];
};

const leavesOf = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, at) => Uint8Array.of(at & 255, at >> 8, count & 255));

const tree = fc
  .integer({ min: 1, max: 70 })
  .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

describe("an audit path", () => {
  it("is the RFC's for every leaf of every tree of up to 70 leaves, and leads to the root", () => {
    for (let size = 1; size <= 70; size += 1) {
      const leaves = leavesOf(size);
      const root = hex(merkleRoot(sha256, leaves));
      for (const [index, leaf] of leaves.entries()) {
        const path = auditPath(sha256, leaves, index);
        expect(path.map(hex), `${index} of ${size}`).toEqual(pathByTheRfc(index, leaves).map(hex));
        expect(hex(rootByPath(sha256, leaf, { index, size }, path))).toBe(root);
      }
    }
  });

  it("is Certificate Transparency's in its test tree", () => {
    const testTree = [
      ["", "00", "10", "2021", "3031"],
      ["40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"],
    ]
      .flat()
      .map((text) => new Uint8Array(Buffer.from(text, "hex")));
    expect(auditPath(sha256, testTree, 0).map(hex)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
  });

  it("leads nowhere else: not with another leaf, place, hash, or one hash more or less", () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(255), ([size, index], where, flip) => {
        const leaves = leavesOf(size);
        const [leaf, root] = [leaves[index] ?? new Uint8Array(), hex(merkleRoot(sha256, leaves))];
        const path = auditPath(sha256, leaves, index);
        const place = { index, size };
        const leads = (
          of: Uint8Array,
          at: { readonly index: number; readonly size: number },
          by: readonly Uint8Array[],
        ): boolean => hex(rootByPath(sha256, of, at, by)) === root;
        expect(leads(leaf, place, path)).toBe(true);
        expect(leads(Uint8Array.of(...leaf, 1), place, path)).toBe(false);
        const other = { index: where % size, size };
        if (other.index !== index) expect(leads(leaf, other, path)).toBe(false);
        expect(leads(leaf, { index: size, size }, path)).toBe(false);
        expect(leads(leaf, place, [...path, digest(leaf)])).toBe(false);
        if (path.length === 0) return;
        expect(leads(leaf, place, path.slice(1))).toBe(false);
        expect(leads(leaf, place, path.slice(0, -1))).toBe(false);
        const changed = path.map((hash, at) =>
          at === where % path.length
            ? hash.map((byte, n) => (n === 0 ? byte ^ (flip || 1) : byte))
            : hash,
        );
        expect(leads(leaf, place, changed)).toBe(false);
      }),
    );
  });

  it("of a node is none of a leaf", () => {
    const leaves = leavesOf(4);
    const [first = new Uint8Array(), second = new Uint8Array()] = leaves.map((leaf) =>
      digest(Buffer.of(0), leaf),
    );
    const above = auditPath(sha256, leaves, 0).slice(1);
    const node = Buffer.concat([first, second]);
    expect(hex(rootByPath(sha256, node, { index: 0, size: 2 }, above))).not.toBe(
      hex(merkleRoot(sha256, leaves)),
    );
  });
});
