/** Audits in the vault: what is kept of draws, and that it goes with a person. Sample people. */
import { beforeEach, describe, expect, it } from "vitest";

import type { AuditedPerson, DrawnSource, TakenDraw } from "../../../src/domain/audits/store.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { forgetPerson } from "../../../src/usecases/forget-person.ts";
import { fingerprint, hash, life, sampleDraw, words } from "../../domain/audits/any-draw.ts";
import { change, look, newVault, person } from "./sample-vault.ts";

const day = "2026-11-22" as Day;

const source: DrawnSource = {
  from: fingerprint("c"),
  incarnation: life("3"),
  seq: 4,
  root: hash("d"),
  people: 45,
  lines: [2, 7, 9].map((place) => ({ place, line: `{"at":${place}}`, outcome: "not-opened" })),
};
const other: DrawnSource = { ...source, incarnation: life("4"), lines: source.lines.slice(0, 1) };

const taken = (draw: Hash, committee: Hash, number: number): TakenDraw => ({
  draw,
  committee: { number, hash: committee },
  seq: 4,
  root: hash("d"),
  places: [2, 7],
  takenOn: day,
  opened: 0,
});

const drawn = (place: number, n: number): AuditedPerson => ({
  place,
  person: person(n).id,
  line: "{}",
  salt: new Uint8Array(16).fill(n),
  path: [hash("1"), hash("2")],
  answer: "not-yet",
});

let folder = "";
beforeEach(async () => {
  folder = await newVault(3);
});

describe("what an auditor keeps", () => {
  it("is one round, the last that was begun", async () => {
    const begun = {
      round: { ...sampleDraw, auditors: undefined },
      words: words("a b c d e f"),
      heard: [{ member: fingerprint("b"), promise: words("g h i j k l") }],
      begunOn: day,
    };
    await change(folder, ({ audits }) => audits.saveBegun({ ...begun, heard: [] }));
    await change(folder, ({ audits }) => audits.saveBegun(begun));
    expect(await look(folder, ({ audits }) => audits.begun())).toEqual(begun);
  });

  it("is the lines of the last draw, and numbers of all", async () => {
    await change(folder, ({ audits }) => audits.keepDraw(hash("f"), 3, day, [source, other]));
    const outcomes = new Map([
      [2, "shown" as const],
      [7, "declined" as const],
      [9, "opened" as const],
    ]);
    await change(folder, ({ audits }) => audits.note(hash("f"), source, outcomes));
    await look(folder, ({ audits }) => {
      expect(audits.drawn(hash("f"), source)?.lines.map(({ outcome }) => outcome)).toEqual([
        "shown",
        "declined",
        "opened",
      ]);
      expect(audits.drawn(hash("f"), other)).toEqual(other);
      expect(audits.drawn(hash("e"), source)).toBeUndefined();
      const { lines: _, people: __, ...of } = source;
      expect(audits.results()[0]).toEqual({
        ...of,
        root: undefined,
        draw: hash("f"),
        committee: 3,
        on: day,
        drawn: 3,
        shown: 1,
        declined: 1,
        unconfirmed: 1,
        notOpened: 0,
      });
    });
    await change(folder, ({ audits }) => audits.keepDraw(hash("e"), 4, day, [other]));
    await look(folder, ({ audits }) => {
      expect(audits.drawn(hash("f"), source)).toBeUndefined();
      expect(audits.results().map(({ draw, shown }) => [draw, shown])).toEqual([
        [hash("f"), 1],
        [hash("f"), 0],
        [hash("e"), 0],
      ]);
    });
  });
});

describe("what an organizer keeps", () => {
  it("is one draw a number of the committee file, and the people of the last", async () => {
    const first = taken(hash("1"), hash("a"), 1);
    await change(folder, ({ audits }) => {
      audits.take(taken(hash("0"), hash("a"), 1), [drawn(7, 2)]);
      audits.take(first, [drawn(7, 2), drawn(2, 1)]);
      audits.answer(2, "yes", "the kitchen");
      audits.noteOpened(hash("a"), 1);
    });
    await look(folder, ({ audits }) => {
      expect(audits.allTaken()).toEqual([{ ...first, opened: 1 }]);
      expect(audits.people()).toEqual([
        { ...drawn(2, 1), answer: "yes", reach: "the kitchen" },
        drawn(7, 2),
      ]);
    });
    await change(folder, ({ audits }) =>
      audits.take(taken(hash("2"), hash("b"), 2), [drawn(3, 1)]),
    );
    await look(folder, ({ audits }) => {
      expect(audits.taken(hash("a"))).toEqual({ ...first, opened: 1 });
      expect(audits.people()).toEqual([drawn(3, 1)]);
    });
  });

  it("goes with whoever is erased, salt and all", async () => {
    await change(folder, ({ audits }) =>
      audits.take(taken(hash("1"), hash("a"), 1), [drawn(2, 1), drawn(7, 2)]),
    );
    await look(folder, (vault) => forgetPerson(vault, person(1)));
    expect(await look(folder, ({ audits }) => audits.people())).toEqual([drawn(7, 2)]);
  });

  it("is without salts once all names are purged, and without commitments", async () => {
    await change(folder, ({ audits, tallies }) => {
      audits.take(taken(hash("1"), hash("a"), 1), [drawn(2, 1)]);
      const bytes = { payload: new Uint8Array(1), signature: new Uint8Array(1), named: false };
      tallies.keepOwn(
        {
          from: fingerprint("c"),
          incarnation: life("3"),
          seq: 1,
          sha256: hash("d"),
          prev: undefined,
          ...bytes,
        },
        [{ person: person(1).id, token: "A".repeat(22) as never, salt: new Uint8Array(16) }],
        [new Uint8Array(32)],
      );
    });
    await change(folder, ({ people }) => people.purgeNames());
    await look(folder, ({ audits, tallies }) => {
      expect(audits.people()).toEqual([]);
      expect(tallies.openings()).toEqual([]);
      expect(tallies.commitments()).toBeUndefined();
    });
  });
});
