/** Lists of signers by hand, and what a letter shows of them together. */
import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { mergeSigners } from "../../../src/domain/letters/merge-signers.ts";
import type { SignersList } from "../../../src/domain/letters/merge-signers.ts";
import type { SignerLine } from "../../../src/domain/letters/signers.ts";

const [cloud, ads] = ["cloud", "ads"] as TeamKey[] as [TeamKey, TeamKey];

const person = (name: string, more: Partial<SignerLine> = {}): SignerLine => ({
  name,
  supporter: false,
  ...more,
});

const roles = (n: number, role: string, team?: TeamKey): readonly SignerLine[] =>
  Array.from({ length: n }, () => ({
    role,
    ...(team === undefined ? {} : { team }),
    supporter: false,
  }));

const list = (
  lines: readonly SignerLine[],
  rest: { readonly turf?: readonly TeamKey[] } & Partial<SignersList["counted"]> = {},
): SignersList => {
  const { turf = [], inTurf = 0, elsewhere = 0, supporters = 0 } = rest;
  return { turf, lines, counted: { inTurf, elsewhere, supporters } };
};

const merged = (...lists: readonly SignersList[]) => mergeSigners(lists);

describe("a name in two lists", () => {
  it("is one person, in the fuller of the two lines", () => {
    const full = person("Ana Gómez", { role: "SRE", team: cloud });
    const { lines, people, shownOnce } = merged(
      list([person("ANA  GO\u0301MEZ"), person("Bo")]),
      list([full]),
    );
    expect(lines).toEqual([full, person("Bo")]);
    expect(people).toEqual({ low: 2, high: 3 });
    expect(shownOnce).toBe(1);
  });

  it("is two people where the roles differ, and a third list without a role is one of them", () => {
    const [designer, engineer] = [
      person("Ana", { role: "Designer" }),
      person("Ana", { role: "SRE" }),
    ];
    expect(merged(list([engineer]), list([designer]))).toMatchObject({
      lines: [designer, engineer],
      shownOnce: 0,
    });
    expect(merged(list([engineer]), list([designer]), list([person("Ana")]))).toMatchObject({
      lines: [designer, engineer],
      shownOnce: 1,
    });
  });

  it("is as many people as one list knows of that name", () => {
    const two = list([person("Ana"), person("Ana")]);
    expect(merged(two, list([person("Ana")])).lines).toHaveLength(2);
    const three = list([person("Ana", { role: "SRE" }), person("Ana"), person("Ana")]);
    expect(merged(two, three).lines).toHaveLength(3);
  });

  it("is a supporter where one of them says so, unless that one knows both", () => {
    const outside = person("Ana", { supporter: true });
    const one = merged(list([person("Ana"), person("Bo")]), list([outside]));
    expect(one.lines).toEqual([outside, person("Bo")]);
    expect(one.people.low).toBe(2);
    const both = merged(list([person("Ana"), outside]), list([outside]));
    expect(both.lines).toEqual([outside, person("Ana")]);
    const apart = person("Ana", { role: "SRE" });
    expect(
      merged(list([apart]), list([person("Ana", { role: "Poet", supporter: true })])).lines,
    ).toHaveLength(2);
  });
});

describe("lines without a name", () => {
  it("are as many of a role and team as the longest list has", () => {
    const { lines, others } = merged(
      list([...roles(7, "SRE", cloud), ...roles(2, "Designer", ads)]),
      list([...roles(5, "sre", cloud), ...roles(4, "Designer", ads)]),
    );
    expect(lines).toEqual([...roles(4, "Designer", ads), ...roles(7, "SRE", cloud)]);
    expect(others.workers).toBe(0);
  });

  it("are fewer by whoever another list names and who may be one of them", () => {
    const named = [
      person("Ana", { role: "SRE", team: cloud }),
      person("Bo"),
      person("Cy", { role: "SRE", team: ads }),
      person("Dee", { role: "Designer", team: cloud }),
    ];
    const { lines, others, people } = merged(list(roles(7, "SRE", cloud)), list(named));
    expect(lines.filter(({ name }) => name === undefined)).toHaveLength(5);
    expect(others.workers).toBe(0);
    expect(people).toEqual({ low: 9, high: 11 });
  });

  it("lose nobody to a name that their own list gives too", () => {
    const ana = person("Ana", { role: "SRE", team: cloud });
    const { lines } = merged(list([ana, ...roles(5, "SRE", cloud)]), list([ana]));
    expect(lines).toHaveLength(6);
  });

  it("are not both shown where each may be the other list's name", () => {
    const ana = person("Ana");
    const shown = (team?: TeamKey): number =>
      merged(list([ana, ...roles(1, "SRE", team)]), list([ana, ...roles(1, "Designer", team)]))
        .lines.length;
    expect(shown(cloud)).toBe(2);
    expect(shown()).toBe(2);
    const known = person("Ana", { role: "SRE", team: cloud });
    const { lines } = merged(
      list([known, ...roles(1, "SRE", cloud)]),
      list([known, ...roles(1, "Designer", cloud)]),
    );
    expect(lines).toHaveLength(3);
  });

  it("may be those of another list whose team is not known", () => {
    const { lines } = merged(list(roles(6, "SRE", cloud)), list(roles(8, "SRE")));
    expect(lines).toEqual([...roles(6, "SRE", cloud), ...roles(2, "SRE")]);
  });
});

describe("the number of the others", () => {
  it("is the longest list's where organizers may have spoken to the same people", () => {
    const { others, people } = merged(
      list([person("Ana")], { elsewhere: 30 }),
      list([], { elsewhere: 20 }),
    );
    expect(others.workers).toBe(30);
    expect(people).toEqual({ low: 31, high: 51 });
  });

  it("adds up over turfs that do not overlap, for the people in them", () => {
    const { others, people } = merged(
      list([person("Ana", { team: cloud })], { turf: [cloud], inTurf: 30, elsewhere: 4 }),
      list([], { turf: [ads], inTurf: 20, elsewhere: 8 }),
      list([], { turf: [ads], inTurf: 12 }),
    );
    expect(people).toEqual({ low: 51, high: 75 });
    expect(others.workers).toBe(50);
  });

  it("does not add up where both place one name in their own turf", () => {
    const of = (team: TeamKey, name: string): SignersList =>
      list([person(name, { team })], { turf: [team], inTurf: 20 });
    expect(merged(of(cloud, "Ana"), of(ads, "Bo")).people.low).toBe(42);
    expect(merged(of(cloud, "Ana"), of(ads, "ana")).people.low).toBe(21);
    const [engineer, designer] = [
      list([person("Ana", { team: cloud, role: "SRE" })], { turf: [cloud], inTurf: 20 }),
      list([person("Ana", { team: ads, role: "Designer" })], { turf: [ads], inTurf: 20 }),
    ];
    expect(merged(engineer, designer).people.low).toBe(42);
  });

  it("counts names that nobody else gives beyond the longest list", () => {
    const { others, people } = merged(
      list([person("Ana"), person("Bo")], { elsewhere: 1 }),
      list([person("Cy"), person("Dee")]),
    );
    expect(people.low).toBe(4);
    expect(others.workers).toBe(0);
  });

  it("has supporters apart", () => {
    const grace = person("Grace", { supporter: true });
    const { others, lines } = merged(
      list([grace], { supporters: 4 }),
      list([person("Hal", { supporter: true })], { supporters: 2, elsewhere: 3 }),
    );
    expect(lines).toHaveLength(2);
    expect(others).toEqual({ workers: 3, supporters: 3 });
  });
});
