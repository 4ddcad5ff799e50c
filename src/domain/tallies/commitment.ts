/**
 * What a tally commits to without saying it: that each line stands for one named person. Later the writer can
 * open a line to an auditor and cannot name anybody else. Without the salt a commitment tells
 * nothing, even to somebody who knows the line and tries every name.
 */
import type { Hashes, Sha256 } from "../ports.ts";
import { toBase64url } from "../text/bytes.ts";
import { canonicalJson } from "../text/canonical-json.ts";

export interface Committed {
  /** 16 random bytes, new for every export. */
  readonly salt: Uint8Array;
  /** The line exactly as sent, without its LF (`tallyLineText`). */
  readonly line: string;
  readonly name: string;
}

const encoder = new TextEncoder();

/** For what is hashed at once, in bytes: a large tally has 300,000 such texts and nodes, and room made for each stays until it is swept up. */
const room = new Uint8Array(4096);

/** UTF-8; good until it is called again. */
const encoded = (text: string): Uint8Array =>
  3 * text.length > room.length
    ? encoder.encode(text)
    : room.subarray(0, encoder.encodeInto(text, room).written);

/** 32 bytes. */
export const commitmentOf = (
  hashes: Pick<Hashes, "sha256">,
  { salt, line, name }: Committed,
): Uint8Array =>
  // The list by hand, since a salt holds nothing that JSON escapes, and there are 100,000 of them.
  hashes.sha256(
    encoded(
      `["pledge/v1/commitment","${toBase64url(salt)}",${canonicalJson(line)},${canonicalJson(name)}]`,
    ),
  );

const nothing = new Uint8Array();

/** SHA-256 of a first byte that says whether it is a leaf (0) or a node (1), and what follows. */
const tagged = (
  sha256: Sha256,
  tag: 0 | 1,
  first: Uint8Array,
  second: Uint8Array = nothing,
): Uint8Array => {
  const bytes = room.subarray(0, 1 + first.length + second.length);
  bytes[0] = tag;
  bytes.set(first, 1);
  bytes.set(second, 1 + first.length);
  return sha256(bytes);
};

/** A commitment as it stands at the foot of the tree. */
export const leafHash = (sha256: Sha256, commitment: Uint8Array): Uint8Array =>
  tagged(sha256, 0, commitment);

export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  tagged(sha256, 1, left, right);

/** Pairs from the left; an odd last one goes up as it is. */
export const levelAbove = (sha256: Sha256, level: readonly Uint8Array[]): readonly Uint8Array[] => {
  const above: Uint8Array[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const left = level[at];
    const right = level[at + 1];
    if (left !== undefined) above.push(right === undefined ? left : nodeHash(sha256, left, right));
  }
  return above;
};

/**
 * The Merkle tree hash of RFC 9162 §2.1.1 over the leaves in their order; of none, SHA-256 of nothing.
 *
 * Level by level: that gives the same tree as the RFC's recursion, which splits at the largest power of two,
 * and needs no stack.
 */
export const merkleRoot = (sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array => {
  let level: readonly Uint8Array[] = leaves.map((leaf) => leafHash(sha256, leaf));
  while (level.length > 1) level = levelAbove(sha256, level);
  return level[0] ?? sha256(new Uint8Array());
};
