import { describe, expect, it } from "vitest";

import { collationOf } from "../../../src/domain/letters/collation.ts";
import { signatoryList } from "../../../src/domain/letters/signatories.ts";
import type { Signatory } from "../../../src/domain/letters/signatories.ts";
import { heldBackOf, listOf, people, sizes } from "./sample-signatories.ts";

describe("a list of signatories", () => {
  it("folds a line of too few into the role, and that into the number", () => {
    const all = [
      ...people(5, { role: "SRE", team: "Cloud" }),
      ...people(3, { role: "Engineer", team: "Cloud" }),
      ...people(2, { role: "Engineer", team: "Ads" }),
      ...people(4, { role: "Designer", team: "Ads" }),
    ];
    expect(sizes(listOf(all).roles)).toEqual(
      new Map([
        ["Engineer", 5],
        ["SRE, Cloud", 5],
      ]),
    );
    expect(listOf(all).others).toEqual({ people: 0, moreThan: true });
    expect(heldBackOf(all)).toEqual({ withoutSeniority: 0, coarser: 5, counted: 4 });
  });

  it("folds a line of too few into the same without its seniority before it drops the team", () => {
    const all = [
      ...people(6, { role: "Senior Engineer", team: "Cloud" }),
      ...people(2, { role: "Lead engineer", team: "Cloud" }),
      ...people(3, { role: "Engineer", team: "Cloud" }),
      ...people(3, { role: "Senior Engineer", team: "Ads" }),
      ...people(1, { role: "Ingeniera sénior", team: "Ads" }),
    ];
    const shown = [
      ["Engineer, Cloud", 5],
      ["Senior Engineer, Cloud", 5],
    ] as const;
    expect(sizes(listOf(all).roles)).toEqual(new Map(shown));
    expect(heldBackOf(all)).toEqual({ withoutSeniority: 2, coarser: 0, counted: 5 });
    const more = [...all, ...people(1, { role: "Engineer", team: "Ads" })];
    expect(sizes(listOf(more).roles)).toEqual(new Map([["Engineer", 5], ...shown]));
    expect(heldBackOf(more)).toEqual({ withoutSeniority: 2, coarser: 5, counted: 1 });
  });

  it("shows by name whoever asked for it with all of her role", () => {
    const all = people(1, { role: "Senior Staff Engineer", team: "Cloud", display: "named" });
    expect(listOf(all).named.map(({ role }) => role)).toEqual(["Senior Staff Engineer"]);
  });

  it("does not show the sixth of a line until there are ten", () => {
    for (const n of [5, 6, 9])
      expect(listOf(people(n, { role: "SRE", team: "Cloud" })).roles).toHaveLength(5);
    expect(listOf(people(10, { role: "SRE", team: "Cloud" })).roles).toHaveLength(10);
    expect(heldBackOf(people(9, { role: "SRE", team: "Cloud" }))).toEqual({
      withoutSeniority: 0,
      coarser: 0,
      counted: 4,
    });
  });

  it("does not name a team nearly all of which would stand behind its lines", () => {
    const all = people(10, { role: "SRE", team: "Data", teamSize: 12 });
    expect(sizes(listOf(all).roles)).toEqual(new Map([["SRE", 10]]));
    expect(sizes(listOf(all.map((one) => ({ ...one, teamSize: 13 }))).roles)).toEqual(
      new Map([["SRE, Data", 10]]),
    );
  });

  it("counts those of a team who are there by name as known", () => {
    const all = [
      ...people(5, { role: "SRE", team: "Data", teamSize: 10 }),
      ...people(4, { role: "Engineer", team: "Data", teamSize: 10, display: "named" }),
    ];
    expect(sizes(listOf(all).roles)).toEqual(new Map([["SRE", 5]]));
    expect(sizes(listOf(all.slice(0, 8)).roles)).toEqual(new Map([["SRE, Data", 5]]));
  });

  it("keeps supporters apart, by name or as a number", () => {
    const all = [
      ...people(7, { role: "SRE", team: "Cloud", supporter: true }),
      ...people(1, { role: "Nurse", display: "named", supporter: true }),
    ];
    const { supporters, ...workers } = listOf(all);
    expect(workers).toEqual({ named: [], roles: [], others: { people: 0, moreThan: false } });
    expect(supporters.named).toHaveLength(1);
    expect(supporters.others).toEqual({ people: 5, moreThan: true });
    expect(heldBackOf(all)).toEqual({ withoutSeniority: 0, coarser: 0, counted: 7 });
  });

  it("orders names as the language does, and equal ones by their roles", () => {
    const names = ["Zoë", "Örnek", "ana", "Ana", "Éva", "Ana"];
    const all = names.map((name, index): Signatory => ({
      name,
      role: `role ${9 - index}`,
      display: "named",
      supporter: false,
    }));
    expect(listOf(all).named.map(({ name, role }) => `${name}, ${role}`)).toEqual([
      "ana, role 7",
      "Ana, role 4",
      "Ana, role 6",
      "Éva, role 5",
      "Örnek, role 8",
      "Zoë, role 9",
    ]);
    const swedish = signatoryList(all, collationOf("sv")).list.named.map(({ name }) => name);
    expect(swedish.at(-1)).toBe("Örnek");
  });

  it("tells apart by their letters what a collation takes for equal", () => {
    const all = ["b", "a", "c"].map((name): Signatory => ({
      name,
      display: "named",
      supporter: false,
    }));
    const list = signatoryList(all, () => 0).list;
    expect(list.named.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });

  it("takes a comma in a role for a part of the role", () => {
    const all = [
      ...people(5, { role: "SRE, Cloud", team: "Ads" }),
      ...people(5, { role: "SRE", team: "Cloud, Ads" }),
    ];
    expect(sizes(listOf(all).roles)).toEqual(new Map([["SRE, Cloud, Ads", 10]]));
  });
});
