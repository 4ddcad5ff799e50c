import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Held, Snapshot } from "../../../src/domain/tallies/snapshot.ts";
import { forksOf, hashesIn, takeIn } from "../../../src/domain/tallies/take-in.ts";
import type { TakenIn } from "../../../src/domain/tallies/take-in.ts";
import type { Hash, Incarnation } from "../../../src/domain/tallies/tally.ts";

/** A snapshot whose payload is its own hash: `name` tells two of one number apart. */
const snapshot = (
  seq: number,
  name = "a",
  prev: string | undefined = seq > 1 ? `${seq - 1}a` : undefined,
  source = 0,
): Snapshot => ({
  from: `signer ${source % 10}` as Fingerprint,
  incarnation: `life ${Math.floor(source / 10)}` as Incarnation,
  seq,
  sha256: `${seq}${name}` as Hash,
  prev: prev as Hash | undefined,
  payload: new TextEncoder().encode(`${source} ${seq}${name}`),
  signature: new TextEncoder().encode(`signature of ${source} ${seq}${name}`),
});

type State = ReadonlyMap<string, Held>;

const take = (state: State, one: Snapshot): readonly [State, TakenIn] => {
  const key = `${one.from} ${one.incarnation}`;
  const { outcome, held } = takeIn(state.get(key), one);
  return [new Map([...state, [key, held]]), outcome];
};

const takeAll = (snapshots: readonly Snapshot[], state: State = new Map()): State =>
  snapshots.reduce((before, one) => take(before, one)[0], state);

/** Every byte of the state, sources sorted. */
const written = (state: State): string =>
  JSON.stringify(
    [...state]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { from, incarnation, links, tops }]) => [
        from,
        incarnation,
        links.map(({ seq, sha256, prev }) => [seq, sha256, prev ?? null]),
        tops.map(({ payload, signature, ...top }) => [
          top.from,
          top.incarnation,
          top.seq,
          top.sha256,
          top.prev ?? null,
          [...payload],
          [...signature],
        ]),
      ]),
  );

const outcomes = (...snapshots: readonly Snapshot[]): readonly TakenIn[] => {
  let state: State = new Map();
  return snapshots.map((one) => {
    const [after, outcome] = take(state, one);
    state = after;
    return outcome;
  });
};

const heldOf = (...snapshots: readonly Snapshot[]): Held => {
  const [held] = takeAll(snapshots).values();
  if (held === undefined) throw new Error("nothing is held");
  return held;
};

/** Up to 30 sources, each with up to three payloads a number and any hash as the one before. */
const bag = fc.array(
  fc
    .record({
      source: fc.nat(29),
      seq: fc.integer({ min: 1, max: 4 }),
      name: fc.constantFrom("a", "a", "a", "b", "c"),
      prev: fc.constantFrom("a", "a", "a", "b", "z"),
    })
    // A payload names one hash before it, so the name has to say which.
    .map(({ source, seq, name, prev }) =>
      snapshot(seq, `${name}${prev}`, seq > 1 ? `${seq - 1}${prev}a` : undefined, source),
    ),
  { maxLength: 80 },
);

const shuffled = <T>(all: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...all], { minLength: all.length });

describe("what is held after any snapshots", () => {
  it("is the same byte for byte in whatever order, however often and in how many parts they come", () => {
    fc.assert(
      fc.property(
        bag.chain((all) =>
          fc.record({
            all: fc.constant(all),
            other: shuffled(all),
            again: fc.subarray(all),
            first: fc.subarray(all),
          }),
        ),
        ({ all, other, again, first }) => {
          const state = written(takeAll(all));
          expect(written(takeAll(other))).toBe(state);
          expect(written(takeAll([...again, ...other, ...again]))).toBe(state);
          expect(written(takeAll(all, takeAll(first)))).toBe(state);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is every hash by number, each once, and every payload at the highest number", () => {
    fc.assert(
      fc.property(bag, (all) => {
        for (const { from, incarnation, links, tops } of takeAll(all).values()) {
          const own = all.filter((one) => one.from === from && one.incarnation === incarnation);
          const highest = Math.max(...own.map(({ seq }) => seq));
          const hashes = new Set(own.map(({ sha256 }) => sha256));
          expect(links.map(({ sha256 }) => sha256)).toEqual([...hashes].toSorted());
          const atTop = new Set(own.filter(({ seq }) => seq === highest).map((one) => one.sha256));
          expect(tops.map(({ sha256 }) => sha256)).toEqual([...atTop].toSorted());
        }
      }),
    );
  });

  it("only grows, and not by what is known", () => {
    fc.assert(
      fc.property(bag, (all) => {
        let state: State = new Map();
        for (const one of [...all, ...all]) {
          const before = state.get(`${one.from} ${one.incarnation}`);
          const { outcome, held } = takeIn(before, one);
          const known = before?.links.some(({ sha256 }) => sha256 === one.sha256) ?? false;
          expect(outcome === "duplicate").toBe(known);
          if (known) expect(held).toBe(before);
          else expect(held.links).toHaveLength((before?.links.length ?? 0) + 1);
          expect(held.links).toEqual(expect.arrayContaining([...(before?.links ?? [])]));
          state = take(state, one)[0];
        }
      }),
    );
  });
});

describe("a fork", () => {
  it("is every number under which there is more than one hash, its own or named as the one before", () => {
    fc.assert(
      fc.property(bag, (all) => {
        for (const held of takeAll(all).values()) {
          const wrote = held.links.flatMap(({ seq, sha256, prev }) => [
            `${seq} ${sha256}`,
            ...(prev === undefined ? [] : [`${seq - 1} ${prev}`]),
          ]);
          const forks = [1, 2, 3, 4].flatMap((seq) => {
            const hashes = [...new Set(wrote.filter((one) => one.startsWith(`${seq} `)))]
              .map((one) => one.slice(2))
              .toSorted();
            return hashes.length > 1 ? [{ seq, hashes }] : [];
          });
          expect(forksOf(held)).toEqual(forks);
          // Each can be named by whoever decides between them.
          expect(hashesIn(held.links).toSorted()).toEqual(
            [...new Set(wrote.map((one) => one.slice(2)))].toSorted(),
          );
        }
      }),
    );
  });

  it("is told by the outcome of the snapshot that shows it, whichever comes last", () => {
    fc.assert(
      fc.property(bag, (all) => {
        const told = new Set<string>();
        let state: State = new Map();
        for (const one of all) {
          const [after, outcome] = take(state, one);
          if (outcome === "fork") told.add(`${one.from} ${one.incarnation}`);
          state = after;
        }
        const forked = [...state].filter(([, held]) => forksOf(held).length > 0);
        expect([...told].toSorted()).toEqual(forked.map(([source]) => source).toSorted());
      }),
    );
  });

  it("is found at the highest number, below it and by the hash that a later one names", () => {
    expect(forksOf(heldOf(snapshot(1), snapshot(2)))).toEqual([]);
    expect(forksOf(heldOf(snapshot(2, "a"), snapshot(2, "b")))).toEqual([
      { seq: 2, hashes: ["2a", "2b"] },
    ]);
    expect(forksOf(heldOf(snapshot(3), snapshot(1, "a"), snapshot(1, "b")))).toEqual([
      { seq: 1, hashes: ["1a", "1b"] },
    ]);
    expect(forksOf(heldOf(snapshot(3, "a", "2b"), snapshot(2, "a")))).toEqual([
      { seq: 2, hashes: ["2a", "2b"] },
    ]);
    expect(forksOf(heldOf(snapshot(3, "a", "2a"), snapshot(3, "b", "2b")))).toEqual([
      { seq: 2, hashes: ["2a", "2b"] },
      { seq: 3, hashes: ["3a", "3b"] },
    ]);
  });

  it("is the outcome for whichever snapshot shows it, and only for that one", () => {
    expect(outcomes(snapshot(1, "a"), snapshot(1, "b"))).toEqual(["merged", "fork"]);
    expect(outcomes(snapshot(2, "a"), snapshot(1, "b"))).toEqual(["merged", "fork"]);
    expect(outcomes(snapshot(1, "b"), snapshot(2, "a"))).toEqual(["merged", "fork"]);
    expect(outcomes(snapshot(2, "a", "1b"), snapshot(2, "b", "1a"))).toEqual(["merged", "fork"]);
    // The hash of number 1 was known from number 2 and stood against nothing new.
    expect(outcomes(snapshot(1, "b"), snapshot(2), snapshot(1, "a"), snapshot(3))).toEqual([
      "merged",
      "fork",
      "stale",
      "merged",
    ]);
    // A third copy is new evidence.
    expect(outcomes(snapshot(1, "a"), snapshot(1, "b"), snapshot(1, "c"))).toEqual([
      "merged",
      "fork",
      "fork",
    ]);
  });
});

describe("the outcome", () => {
  it("is stale below the highest number, and the snapshot's hash is kept without its payload", () => {
    expect(outcomes(snapshot(3), snapshot(1), snapshot(2), snapshot(2))).toEqual([
      "merged",
      "stale",
      "stale",
      "duplicate",
    ]);
    const { links, tops } = heldOf(snapshot(3), snapshot(1));
    expect(links.map(({ sha256 }) => sha256)).toEqual(["1a", "3a"]);
    expect(tops.map(({ sha256 }) => sha256)).toEqual(["3a"]);
  });

  it("is merged for what goes on from the highest number, with or without a gap", () => {
    expect(outcomes(snapshot(1), snapshot(2), snapshot(7))).toEqual(["merged", "merged", "merged"]);
  });
});
