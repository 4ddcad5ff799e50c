/** Two records as one in a real vault: nothing of either is lost, no count rises, and it is one change or none. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { SIGN } from "../../src/domain/campaign/campaign.ts";
import type { Person } from "../../src/domain/people/person.ts";
import { isLive } from "../../src/domain/pledges/pledge.ts";
import { readiness } from "../../src/domain/pledges/readiness.ts";
import { fail, ok } from "../../src/domain/result.ts";
import type { Vault } from "../../src/domain/vault/vault.ts";
import { mergeRecords } from "../../src/usecases/merge-people.ts";
import { kept, nobody, other, stateOf, third, fourth, today, withFour } from "./merging.ts";
import type { State } from "./merging.ts";
import { freezeLetter } from "../support/sample-people.ts";
import { personOf, texts, whole } from "../support/whole-people.ts";
import type { Whole } from "../support/whole-people.ts";
import { testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  await world.init();
  await freezeLetter(world, "first-letter", "a");
  await freezeLetter(world, "second-letter", "b");
});

const law = (
  check: (vault: Vault, before: readonly [State, State], records: readonly [Whole, Whole]) => void,
): Promise<void> =>
  world.inVault((vault) => {
    fc.assert(
      fc.property(fc.tuple(whole, whole, whole), (records) => {
        withFour(vault, records, () => {
          check(vault, [stateOf(vault, kept), stateOf(vault, other)], [records[0], records[1]]);
        });
      }),
      { numRuns: 60 },
    );
  });

const merge = (vault: Vault): State => {
  // Rewriting the file takes longer than all else; merge-erases.test.ts is about that.
  const merged = mergeRecords({ ...vault, scrub: () => {} }, kept, other);
  if (!merged.ok) throw new Error(merged.failure.type);
  expect(vault.people.byId(other)).toBeUndefined();
  return stateOf(vault, kept);
};

const single = [
  "name",
  "alias",
  "team",
  "role",
  "site",
  "shift",
  "employment",
  "language",
  "pronouns",
  "leader",
  "source",
] as const;

const personIn = ({ person }: State): Person => {
  if (person === undefined) throw new Error("nobody");
  return person;
};

const sorted = (all: readonly object[]): readonly string[] =>
  all.map((one) => JSON.stringify({ ...one, person: undefined })).toSorted();

const countsIn = (vault: Vault): readonly (readonly [string, number])[] => {
  const { actions } = readiness(vault.campaign.get(), vault.pledges.counts(), today);
  const live = vault.people
    .pledging()
    .filter(({ person }) => person.supervisor === "no")
    .filter(({ pledges }) => pledges.some(({ state }) => isLive(state)));
  return [
    ...actions.flatMap(({ action, pledged, active }) => [
      [`${action} pledged`, pledged.high] as const,
      [`${action} active`, active.high] as const,
    ]),
    ["workers and supporters", live.length],
    ...texts.flatMap((text, at) => [
      [`signatories ${at}`, vault.letters.signatories(text).length] as const,
      [
        `named ${at}`,
        vault.letters.signatories(text).filter(({ display }) => display === "named").length,
      ] as const,
    ]),
  ];
};

describe("two records that become one in the vault", () => {
  it("lose no member of either", () =>
    law((vault, before) => {
      const [one, two] = before.map(personIn) as [Person, Person];
      const now = personIn(merge(vault));
      for (const member of single) {
        expect(now[member]).toBe(one[member] ?? two[member]);
        const lost = two[member] !== undefined && two[member] !== now[member];
        if (lost) expect(now.note).toContain(String(two[member]));
      }
      const lines = now.note?.split("\n") ?? [];
      for (const { note = "", sharedNote = "" } of [one, two]) {
        expect(lines).toEqual(expect.arrayContaining(note === "" ? [] : note.split("\n")));
        expect(now.sharedNote ?? "").toContain(sharedNote);
      }
      for (const list of ["issues", "elsewhere"] as const)
        expect(now[list]).toEqual([...new Set([...one[list], ...two[list]])]);
      expect(sorted(now.consents)).toEqual(
        [...new Set([...sorted(one.consents), ...sorted(two.consents)])].toSorted(),
      );
      const contacts = ({ contacts }: Person): readonly string[] =>
        contacts.map(({ kind, value }) => `${kind} ${value}`);
      expect(contacts(now)).toEqual([...new Set([...contacts(one), ...contacts(two)])]);
      expect(now.doNotContact).toBe(one.doNotContact || two.doNotContact);
      expect(now.addedOn).toBe([one.addedOn, two.addedOn].toSorted()[0]);
      for (const code of [one.code, two.code]) expect(vault.people.byCode(code)?.id).toBe(kept);
    }));

  it("keep both histories, each in the order of days", () =>
    law((vault, [one, two]) => {
      const now = merge(vault);
      expect(sorted(now.history)).toEqual(sorted([...one.history, ...two.history]));
      expect(sorted(now.assessments)).toEqual(sorted([...one.assessments, ...two.assessments]));
      const days = now.history.map(({ since }) => since);
      expect(days).toEqual(days.toSorted());
      const assessed = now.assessments.map(({ day }) => day);
      expect(assessed).toEqual(assessed.toSorted());
      const actions = [...one.pledges, ...two.pledges].map(({ action }) => action);
      expect(now.pledges.map(({ action }) => action)).toEqual([...new Set(actions)].toSorted());
    }));

  it("raise no count, neither of pledges nor of signatories, where nobody changes teams", () =>
    world.inVault((vault) => {
      const everywhere = fc.tuple(whole, whole, whole).map(
        (all) =>
          all.map((one) => ({
            ...one,
            members: { ...one.members, team: "cloud" },
          })) as unknown as [Whole, Whole, Whole],
      );
      fc.assert(
        fc.property(everywhere, (records) => {
          withFour(vault, records, () => {
            const before = new Map(countsIn(vault));
            merge(vault);
            for (const [name, number] of countsIn(vault))
              expect(number, name).toBeLessThanOrEqual(before.get(name) ?? 0);
          });
        }),
        { numRuns: 100 },
      );
    }));

  it("keep the signatures of a pledge that stands, each text from its first day", () =>
    law((vault, before, records) => {
      const now = merge(vault);
      const sign = now.pledges.find(({ action }) => action === SIGN);
      const stood = ({ pledges }: State): boolean =>
        pledges.some(({ action, state }) => action === SIGN && isLive(state));
      const expected = records
        .filter((_, at) => {
          if (sign?.state === "withdrawn") return false;
          const state = before[at];
          return sign === undefined || !isLive(sign.state) || (state !== undefined && stood(state));
        })
        .flatMap(({ signed }) => signed);
      for (const text of texts) {
        const days = expected.filter((one) => one.text === text).map(({ signedOn }) => signedOn);
        expect(now.signatures.find((one) => one.text === text)?.signedOn).toBe(days.toSorted()[0]);
      }
    }));

  it("leave nobody covered by a record that is gone, and stay apart from whom either was told apart", () =>
    law((vault) => {
      merge(vault);
      expect(vault.people.byId(third)?.coveredBy).toBe(kept);
      expect(vault.duplicates.apart()).toEqual([[fourth, kept]]);
    }));

  it.each([
    ["stay where one was there before the last import", [kept], 0],
    ["go with the last import where both came with it", [kept, other], 1],
  ] as const)("%s", (_, imported, added) =>
    world.inVault((vault) => {
      withFour(vault, [nobody, nobody, nobody], () => {
        vault.transaction(() => {
          for (const id of imported) vault.people.remove(id);
          const number = vault.imports.begin(today, "list.csv");
          const people = imported.map((id) => personOf(nobody, id));
          vault.people.addAll(people, number);
          vault.imports.end();
          return ok(undefined);
        });
        expect(vault.imports.last()?.added).toBe(imported.length);
        merge(vault);
        expect(vault.imports.last()?.added).toBe(added);
      });
    }),
  );

  it("are two as before when something throws on the way, at whatever step", () =>
    world.inVault((vault) => {
      const full: Whole = {
        members: { note: "one", contacts: [{ kind: "phone", value: "+15550100" }] },
        history: [
          {
            action: SIGN,
            condition: { kind: "none" },
            display: "named",
            state: "confirmed",
            since: today,
          },
        ],
        assessments: [{ level: 2, basis: "action", day: today }],
        signed: [{ text: texts[0], signedOn: today }],
      };
      withFour(vault, [full, full, full], () => {
        const before = [kept, other, third].map((id) => stateOf(vault, id));
        const stop = (): never => {
          throw new Error("the disk is full");
        };
        const late: Vault = { ...vault, people: { ...vault.people, remove: stop } };
        expect(() => mergeRecords(late, kept, other)).toThrow("the disk is full");
        expect([kept, other, third].map((id) => stateOf(vault, id))).toEqual(before);
        expect(vault.duplicates.apart()).toEqual([[fourth, other]]);
        expect(vault.people.byCode(before[1]?.person?.code as never)?.id).toBe(other);
      });
    }));

  it("are refused where together they say more than a record holds, and nothing is cut off", () =>
    world.inVault((vault) => {
      const long = (letter: string): Whole => ({
        ...nobody,
        members: { note: letter.repeat(2500) },
      });
      withFour(vault, [long("a"), long("b"), nobody], () => {
        const refused = mergeRecords(vault, kept, other);
        // The line break between them, and a line for the other code.
        const has = 5001 + "\nAlso known: pledge code code-other".length;
        expect(refused).toEqual(
          fail({ type: "merge-too-much", members: [{ member: "note", has, most: 4000 }] }),
        );
        expect(vault.people.byId(other)?.note).toBe("b".repeat(2500));
      });
    }));
});
