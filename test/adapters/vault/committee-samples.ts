/** Identities, committee numbers and snapshots by chance, drawn from few names so that they meet. */
import { createHash } from "node:crypto";
import * as fc from "fast-check";

import type { KeptCommittee } from "../../../src/domain/committee/committee.ts";
import type { Identity } from "../../../src/domain/committee/identity.ts";
import type { TextHash } from "../../../src/domain/letters/letter.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Held, Link } from "../../../src/domain/tallies/snapshot.ts";
import type { Opening } from "../../../src/domain/tallies/store.ts";
import type { Hash, Incarnation, Source, Token } from "../../../src/domain/tallies/tally.ts";
import { toBase64url } from "../../../src/domain/text/bytes.ts";
import type { Pool } from "./committee-model.ts";
import { identity as sampleIdentity, person } from "./sample-vault.ts";

const fingerprints = [
  "b".repeat(40),
  "a".repeat(40),
  "0".repeat(40),
] as readonly string[] as readonly Fingerprint[];
const incarnations = [
  "7c7bd1f0-5c61-4c0f-8f6f-2d7a5e1b0c11",
  "0a4b1f6e-0d5a-4c58-9a57-2f8b5c3a9e02",
] as readonly string[] as readonly Incarnation[];
/** What each hash vouches for: nothing, a little, and more than fits on a page. */
const payloads = [0, 7, 6000].map((length) => new Uint8Array(length).fill(length % 251));
const hashes = payloads.map((payload) =>
  createHash("sha256").update(payload).digest("hex"),
) as readonly string[] as readonly Hash[];

export const pool: Pool = {
  sources: fingerprints.flatMap((from) =>
    incarnations.map((incarnation) => ({ from, incarnation })),
  ),
  texts: ["d".repeat(64), "e".repeat(64)] as readonly string[] as readonly TextHash[],
};

export const text = fc.constantFrom(...pool.texts);
const source: fc.Arbitrary<Source> = fc.constantFrom(...pool.sources);
const hash = fc.constantFrom(...hashes);

/** Any bytes: none, a few, and more than fit on a page. */
const bytes = fc.oneof(
  { arbitrary: fc.uint8Array({ maxLength: 40 }), weight: 6 },
  {
    arbitrary: fc
      .tuple(fc.integer({ min: 4000, max: 9000 }), fc.nat(255))
      .map(([length, byte]) => new Uint8Array(length).fill(byte)),
    weight: 1,
  },
);

export const identity: fc.Arbitrary<Identity> = fc
  .tuple(bytes, bytes, fc.string({ unit: "grapheme" }), fc.subarray([...incarnations]))
  .map(([certificate, secret, revocation, supersedes]) => ({
    ...sampleIdentity,
    certificate,
    secret,
    revocation,
    supersedes: supersedes.toSorted(),
  }));

/** One number. What its hash vouches for is the same whenever it comes; who signed it may change. */
export const kept: fc.Arbitrary<KeptCommittee> = fc
  .tuple(
    fc.nat(hashes.length - 1),
    fc.integer({ min: 1, max: 3 }),
    fc.shuffledSubarray([...fingerprints]),
    fc.array(bytes, { minLength: 3, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([index, number, signers, signatures, anchor]) => ({
    number,
    sha256: `${(hashes[index] ?? "").slice(1)}${number}` as Hash,
    payload: new Uint8Array(index * 3000 + number).fill(number),
    signatures: signatures.slice(0, signers.length),
    signers,
    fingerprints: fingerprints.slice(index),
    anchor,
  }));

const byPlace = (a: Link, b: Link): number => a.seq - b.seq || Number(a.sha256 > b.sha256) - 0.5;

/** All of one source: forks, gaps, and each copy of the highest number. */
export const held: fc.Arbitrary<Held> = fc
  .tuple(
    source,
    fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 4 }), hash, fc.option(hash, { nil: undefined })),
      { minLength: 1, maxLength: 6, selector: ([seq, sha256]) => `${seq} ${sha256}` },
    ),
  )
  .map(([{ from, incarnation }, some]) => {
    const links = some
      .map(([seq, sha256, prev]): Link => ({ seq, sha256, prev }))
      .toSorted(byPlace);
    const highest = Math.max(...links.map(({ seq }) => seq));
    const tops = links
      .filter(({ seq }) => seq === highest)
      .map((link) => {
        const payload = payloads[hashes.indexOf(link.sha256)] ?? new Uint8Array();
        return { from, incarnation, ...link, payload, signature: payload.subarray(0, 3) };
      });
    return { from, incarnation, links, tops };
  });

/** What we send next: so many numbers after the last one. */
export const next = fc
  .tuple(
    source,
    fc.integer({ min: 1, max: 2 }),
    fc.option(hash, { nil: undefined }),
    fc.tuple(bytes, bytes),
  )
  .map(([{ from, incarnation }, after, prev, [payload, signature]]) => (last: number) => ({
    from,
    incarnation,
    seq: last + after,
    sha256: createHash("sha256").update(payload).digest("hex") as Hash,
    prev,
    payload,
    signature: Uint8Array.of(payload.length % 251, ...signature.subarray(0, 40)),
  }));

/** Openings of some of the first people, in any order. */
export const openings: fc.Arbitrary<readonly Opening[]> = fc
  .uniqueArray(fc.tuple(fc.nat(7), fc.uint8Array({ minLength: 16, maxLength: 16 })), {
    selector: ([n]) => n,
    maxLength: 8,
  })
  .map((some) =>
    some.map(([n, salt]) => ({
      person: person(n).id,
      // Begins by chance, so that the order of tokens is not that of people; ends in the person's number.
      token: toBase64url(Uint8Array.from([...salt.subarray(0, 15), n])) as Token,
      salt,
    })),
  );

/** So many, each another one. */
export const commitments = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, n) => new Uint8Array(32).fill(n + 1));
