import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { commitmentOf, merkleRoot } from "../../../src/domain/tallies/commitment.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash("sha256").update(Buffer.concat(parts)).digest();

const rootOf = (leaves: readonly Uint8Array[]): string =>
  Buffer.from(merkleRoot(hashes.sha256, leaves)).toString("hex");

/** The leaves of the test tree that Certificate Transparency's implementations share. */
const testTree = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => new Uint8Array(Buffer.from(hex, "hex")));

/** RFC 9162 §2.1.1 word for word: split at the largest power of two below n. */
const byTheRfc = (leaves: readonly Uint8Array[]): Uint8Array => {
  const [first] = leaves;
  if (first === undefined) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), first);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), byTheRfc(leaves.slice(0, k)), byTheRfc(leaves.slice(k)));
};

describe("the root over the commitments", () => {
  it.each([
    [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    [2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    [3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    [4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
    [5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"],
    [6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"],
    [7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"],
    [8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
  ])("is Certificate Transparency's for the first %i leaves of its test tree", (count, root) => {
    expect(rootOf(testTree.slice(0, count))).toBe(root);
  });

  it("is the RFC's recursion for any number of leaves", () => {
    for (let count = 0; count <= 130; count += 1) {
      const leaves = Array.from({ length: count }, (_, index) => Uint8Array.of(index, count));
      expect(rootOf(leaves), `${count}`).toBe(Buffer.from(byTheRfc(leaves)).toString("hex"));
    }
  });

  it("is it for many leaves too, and changes with one of them and with their order", () => {
    const leaves = Array.from({ length: 10_001 }, (_, index) =>
      Uint8Array.of(index & 255, (index >> 8) & 255, index >> 16),
    );
    const root = rootOf(leaves);
    expect(root).toBe(Buffer.from(byTheRfc(leaves)).toString("hex"));
    expect(rootOf(leaves.with(7_777, Uint8Array.of(1)))).not.toBe(root);
    expect(rootOf(leaves.toReversed())).not.toBe(root);
  });

  it("tells a leaf from a node", () => {
    const [left, right] = testTree.slice(1).map((leaf) => sha256(Buffer.of(0), leaf));
    const node = Buffer.concat([left ?? Buffer.of(), right ?? Buffer.of()]);
    expect(rootOf([node])).not.toBe(rootOf(testTree.slice(1, 3)));
  });
});

describe("a commitment", () => {
  const salt = Uint8Array.from({ length: 16 }, (_, index) => index);

  it("is SHA-256 over the salt, the line as sent and the name, in canonical JSON", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        (salt, line, name) => {
          const text = canonicalJson([
            "pledge/v1/commitment",
            Buffer.from(salt).toString("base64url"),
            line,
            name,
          ]);
          expect(Buffer.from(commitmentOf(hashes, { salt, line, name }))).toEqual(
            sha256(Buffer.from(text)),
          );
        },
      ),
    );
  });

  // Computed with `printf '%s'` and `sha256sum`.
  it("is what sha256sum gives", () => {
    const made = commitmentOf(hashes, { salt, line: '{"token":"x"}', name: "Ana Gómez" });
    expect(Buffer.from(made).toString("hex")).toBe(
      "db49dbece77fa8bca8f8b1da4747dcc57cac297e1210b92f308199d30effcde6",
    );
  });

  it("is another one for another salt, line or name, wherever one ends and the next begins", () => {
    const made = [
      { salt, line: "ab", name: "c" },
      { salt, line: "a", name: "bc" },
      { salt, line: 'a","b', name: "c" },
      { salt, line: "a", name: 'b","c' },
      { salt: salt.toReversed(), line: "ab", name: "c" },
    ].map((one) => Buffer.from(commitmentOf(hashes, one)).toString("hex"));
    expect(new Set(made).size).toBe(5);
  });
});
