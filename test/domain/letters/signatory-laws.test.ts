/** What keeps a person from being read back out of a letter, over signatories of every kind. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { smallestCell } from "../../../src/domain/letters/publication-difference.ts";
import { signatoryList } from "../../../src/domain/letters/signatories.ts";
import type { Others, Signatory } from "../../../src/domain/letters/signatories.ts";
import { collate, listOf, people, signatories, sizes, teamSizes } from "./sample-signatories.ts";

const workersOf = (people: readonly Signatory[]): readonly Signatory[] =>
  people.filter((person) => !person.supporter);

/** The people of one to five that a told number can stand for. */
const fits = (others: Others, people: number): boolean =>
  others.moreThan ? people > others.people && people <= others.people + 5 : people === 0;

/** Every line that may stand for somebody. */
const linesFor = (role = "", team = "(none)"): readonly string[] =>
  [role, role.replace(/^(Senior|Sr\.) /u, "")].flatMap((told) => [told, `${told}, ${team}`]);

/** The role of a line without its seniority, and its team. */
const partsOf = (line: string): readonly [role: string, team: string | undefined] => {
  const [role = "", team] = line.replace(/^(Senior|Sr\.) /u, "").split(", ");
  return [role, team];
};

describe("the laws of a list of signatories", () => {
  it("never shows anything of somebody who asked to be a number only", () => {
    fc.assert(
      fc.property(signatories, (all) => {
        const marked = all.map((person, index) =>
          person.display === "counted"
            ? { ...person, name: `SECRET ${index}`, role: `SECRET ${index % 3}`, team: "SECRET" }
            : person,
        );
        expect(JSON.stringify(listOf(marked))).not.toContain("SECRET");
      }),
    );
  });

  it("shows by name whoever asked for it, and nobody else", () => {
    fc.assert(
      fc.property(signatories, (all) => {
        const list = listOf(all);
        const shown = [...list.named, ...list.supporters.named].map(({ name }) => name);
        const asked = all.filter(({ display }) => display === "named").map(({ name }) => name);
        expect(shown.toSorted()).toEqual(asked.toSorted());
        const rest = JSON.stringify([list.roles, list.others, list.supporters.others]);
        expect(rest).not.toContain("Name ");
      }),
    );
  });

  it("lets every line without a name stand for whole fives, each of whom asked for such a line", () => {
    fc.assert(
      fc.property(signatories, (all) => {
        const asked = workersOf(all).filter(({ display }) => display === "role");
        const fitting = (line: string): number =>
          asked.filter(({ role, team }) => linesFor(role, team).includes(line)).length;
        for (const [line, n] of sizes(listOf(all).roles)) {
          expect(n).toBeGreaterThanOrEqual(smallestCell);
          expect(n % 5).toBe(0);
          expect(fitting(line)).toBeGreaterThanOrEqual(n);
        }
      }),
    );
  });

  it("never has more lines than people of that role and team, and drops less than five of a role", () => {
    fc.assert(
      fc.property(signatories, (all) => {
        const asked = workersOf(all)
          .filter(({ display, role }) => display === "role" && role !== undefined)
          .map(({ role, team }) => partsOf(`${role}${team === undefined ? "" : `, ${team}`}`));
        const shown = listOf(all).roles.map(partsOf);
        for (const role of ["SRE", "Engineer", "Designer"]) {
          const of = (parts: typeof asked, team?: string): number =>
            parts.filter((one) => one[0] === role && (team === undefined || one[1] === team))
              .length;
          expect(of(asked) - of(shown)).toBeLessThan(5);
          expect(of(shown)).toBeLessThanOrEqual(of(asked));
          for (const team of ["Cloud", "Ads", "Data", "Support"])
            expect(of(shown, team)).toBeLessThanOrEqual(of(asked, team));
        }
      }),
    );
  });

  it("leaves the role of whoever is there by name as it is", () => {
    fc.assert(
      fc.property(signatories, (all) => {
        const { named, supporters } = listOf(all);
        const told = (line: { readonly name: string; readonly role?: string }): string =>
          `${line.name}, ${line.role}`;
        expect([...named, ...supporters.named].map(told).toSorted()).toEqual(
          all
            .filter(({ display }) => display === "named")
            .map(told)
            .toSorted(),
        );
      }),
    );
  });

  it("accounts for everybody, and tells those without a line only as more than a multiple of five", () => {
    fc.assert(
      fc.property(signatories, (all) => {
        const { named, roles, others, supporters } = listOf(all);
        const workers = workersOf(all).length;
        expect(fits(others, workers - named.length - roles.length)).toBe(true);
        expect(fits(supporters.others, all.length - workers - supporters.named.length)).toBe(true);
        expect(others.people % 5).toBe(0);
        expect(supporters.others.people % 5).toBe(0);
        expect(named.length + roles.length + others.people).toBeLessThanOrEqual(workers);
      }),
    );
  });

  it("says the same for 1 to 5, for 6 to 10, and for every five after that", () => {
    fc.assert(
      fc.property(signatories, fc.nat(30), fc.integer({ min: 1, max: 5 }), (all, fives, more) => {
        const shown = all.filter(({ display }) => display === "named");
        const counted = (n: number): readonly Signatory[] => people(n, { display: "counted" });
        const told = listOf([...shown, ...counted(fives * 5 + more)]);
        expect(told).toEqual(listOf([...shown, ...counted(fives * 5 + 1)]));
        expect(told).not.toEqual(listOf([...shown, ...counted(fives * 5)]));
      }),
    );
  });

  it("does not depend on the order in which people signed", () => {
    fc.assert(
      fc.property(signatories, fc.array(fc.nat(), { minLength: 1 }), (all, numbers) => {
        const keyed = all.map((person, index) => ({
          person,
          key: numbers[index % numbers.length] ?? 0,
        }));
        const shuffled = keyed
          .toSorted((a, b) => a.key - b.key)
          .map(({ person }) => person)
          .toReversed();
        expect(signatoryList(shuffled, collate)).toEqual(signatoryList(all, collate));
      }),
    );
  });

  it("changes in nothing when the data of somebody who is a number change", () => {
    fc.assert(
      fc.property(signatories, signatories, (all, [other]) => {
        const index = all.findIndex(({ display }) => display === "counted");
        const one = all[index];
        fc.pre(one !== undefined && other !== undefined);
        const { supporter } = one ?? { supporter: false };
        const changed = all.with(index, {
          ...other,
          team: one?.team ?? "Cloud",
          teamSize: 1,
          supporter,
          display: "counted",
        });
        expect(signatoryList(changed, collate)).toEqual(signatoryList(all, collate));
      }),
    );
  });

  it("changes in nothing but a number when somebody who is a number signs too", () => {
    fc.assert(
      fc.property(signatories, signatories, (all, [other]) => {
        fc.pre(other !== undefined);
        const { others: before, ...shownBefore } = listOf(all);
        const one = { ...other, supporter: false, display: "counted" as const };
        const { others: after, ...shownAfter } = listOf([...all, one]);
        expect(shownAfter).toEqual(shownBefore);
        expect(after.people - before.people === 0 || after.people - before.people === 5).toBe(true);
      }),
    );
  });

  it("gains five lines or none when one more person asks for one", () => {
    fc.assert(
      fc.property(signatories, fc.constantFrom("SRE", "Engineer"), (all, role) => {
        // Without sizes, so that no team is given away by the one more.
        const sizeless = all.map(({ teamSize: _size, ...person }): Signatory => person);
        const before = listOf(sizeless).roles.length;
        const after = listOf([...sizeless, ...people(1, { role, team: "Cloud" })]).roles.length;
        expect([0, 5]).toContain(after - before);
      }),
    );
  });

  it("names no team in lines that would be more than 80 % of those in it who are not there by name", () => {
    fc.assert(
      fc.property(signatories, (all) => {
        const { roles } = listOf(all);
        for (const [team, size] of Object.entries(teamSizes)) {
          const named = workersOf(all).filter(
            (one) => one.team === team && one.display === "named",
          ).length;
          const lines = roles.filter((line) => line.endsWith(`, ${team}`)).length;
          if (lines > 0) expect(lines).toBeLessThanOrEqual((size - named) * 0.8);
        }
      }),
    );
  });

  it("counts as held back exactly those who asked for role and team and got less", () => {
    fc.assert(
      fc.property(signatories, (all) => {
        const { list, heldBack } = signatoryList(all, collate);
        const asked = all.filter(({ display }) => display === "role").length;
        const withTeam = list.roles.filter((line) => line.includes(", ")).length;
        const { withoutSeniority, coarser, counted } = heldBack;
        expect(coarser).toBe(list.roles.length - withTeam);
        expect(withTeam + coarser + counted).toBe(asked);
        // As few as there can be: whoever has no seniority to lose stands behind the plain lines first.
        const plain = workersOf(all).filter(
          ({ display, role = "", team }) =>
            display === "role" && team !== undefined && !/^S(enior|r\.) /u.test(role),
        );
        const lines = sizes(list.roles.filter((line) => !/^S(enior|r\.) /u.test(line)));
        const lost = [...lines].map(([line, n]) =>
          line.includes(", ")
            ? n - plain.filter(({ role, team }) => line === `${role}, ${team}`).length
            : 0,
        );
        expect(withoutSeniority).toBe(lost.reduce((sum, n) => sum + Math.max(0, n), 0));
      }),
    );
  });
});
