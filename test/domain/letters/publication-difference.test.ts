import { describe, expect, it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import type { TextHash } from "../../../src/domain/letters/letter.ts";
import { isSamePublication, publicationOf } from "../../../src/domain/letters/publication.ts";
import type { Publication } from "../../../src/domain/letters/publication.ts";
import { signatoryList } from "../../../src/domain/letters/signatories.ts";
import type { Signatory } from "../../../src/domain/letters/signatories.ts";
import { collate, people } from "./sample-signatories.ts";

const text = "a".repeat(64) as TextHash;
const today = "2026-11-22" as Day;

const sre = (n: number, team?: string): readonly Signatory[] =>
  people(n, { role: "SRE", ...(team === undefined ? {} : { team }) });
const quiet = (n: number): readonly Signatory[] => people(n, { display: "counted" });

/** What each of the letters shows, written down one after the other: "SRE, Cloud 5; more than 5". */
const told = (...letters: readonly (readonly Signatory[])[]): readonly string[] => {
  const written: Publication[] = [];
  return letters.map((all) => {
    const { list } = signatoryList(all, collate, written);
    const publication = publicationOf(list, text, today);
    written.push(publication);
    const lines = [...publication.roles].map(([words, n]) => `${words} ${n}`);
    const { people: more, moreThan } = list.others;
    return [...lines, moreThan ? `more than ${more}` : "no others"].join("; ");
  });
};

describe("a letter after another one", () => {
  it("does not step from five to ten when one person signs, and not when nine do one by one", () => {
    expect(told(sre(9, "Cloud"), sre(10, "Cloud"))).toEqual([
      "SRE, Cloud 5; more than 0",
      "SRE, Cloud 5; more than 0",
    ]);
    const oneByOne = Array.from({ length: 10 }, (_, index) => sre(5 + index, "Cloud"));
    expect(
      new Set(
        told(...oneByOne)
          .slice(0, 9)
          .map((one) => one.split(";")[0]),
      ),
    ).toEqual(new Set(["SRE, Cloud 5"]));
    expect(told(...oneByOne).at(-1)).toBe("SRE, Cloud 10; more than 0");
  });

  it("has a new line at nine people, and in a first letter at five", () => {
    expect(told(sre(5, "Cloud"))).toEqual(["SRE, Cloud 5; no others"]);
    expect(told(sre(4, "Cloud"), sre(5, "Cloud"), sre(8, "Cloud"), sre(9, "Cloud"))).toEqual([
      "more than 0",
      "more than 0",
      "more than 0",
      "SRE, Cloud 5; more than 0",
    ]);
  });

  it("names no team of a role any more once somebody left one, whoever comes then", () => {
    const both = (cloud: number, ads: number): readonly Signatory[] => [
      ...sre(cloud, "Cloud"),
      ...sre(ads, "Ads"),
    ];
    expect(told(both(5, 7), both(4, 7), both(40, 40))).toEqual([
      "SRE, Ads 5; SRE, Cloud 5; more than 0",
      "SRE 10; more than 0",
      "SRE 80; no others",
    ]);
  });

  it("does the same where a line of seniors, or of a whole team, is empty", () => {
    const senior = people(5, { role: "Senior SRE", team: "Cloud" });
    expect(told([...senior, ...sre(5, "Ads")], sre(9, "Ads"))).toEqual([
      "SRE, Ads 5; Senior SRE, Cloud 5; no others",
      "SRE 5; more than 0",
    ]);
  });

  it("leaves other roles as they were, one that begins alike too", () => {
    const web = (n: number): readonly Signatory[] =>
      people(n, { role: "Engineer, Web", team: "Cloud" });
    const plain = people(5, { role: "Engineer", team: "Ads" });
    expect(told([...plain, ...web(5)], [...plain, ...web(4)])).toEqual([
      "Engineer, Ads 5; Engineer, Web, Cloud 5; no others",
      "Engineer, Ads 5; more than 0",
    ]);
  });

  it("lets a line of a role alone shrink by fives, and the number of the others", () => {
    expect(told(sre(20), sre(19), sre(20), sre(24))).toEqual([
      "SRE 20; no others",
      "SRE 15; more than 0",
      "SRE 15; more than 0",
      "SRE 20; more than 0",
    ]);
    expect(told(quiet(11), quiet(10), quiet(14), quiet(15))).toEqual([
      "more than 10",
      "more than 5",
      "more than 5",
      "more than 10",
    ]);
  });

  it("shows a new name at once, and whoever becomes a name leaves the line", () => {
    const ana = { name: "Ana", display: "named", supporter: false, role: "SRE" } as const;
    const [first, second] = [sre(10, "Cloud"), [...sre(9, "Cloud"), ana]];
    const { roles } = signatoryList(first, collate).list;
    const written = [publicationOf(signatoryList(first, collate).list, text, today)];
    const { list, waiting } = signatoryList(second, collate, written);
    expect(roles).toHaveLength(10);
    expect(list.named).toEqual([{ name: "Ana", role: "SRE" }]);
    expect(new Set(list.roles)).toEqual(new Set(["SRE"]));
    expect(waiting).toEqual({ lines: 5, others: 0, supporters: 0 });
  });
});

describe("what is written down of a letter", () => {
  it("is the same once a day, in whichever order its lines stand", () => {
    const all = [...sre(5, "Cloud"), ...sre(5, "Ads"), ...quiet(7)];
    const { list } = signatoryList(all, collate);
    const one = publicationOf(list, text, today);
    const turned = publicationOf({ ...list, roles: list.roles.toReversed() }, text, today);
    expect(isSamePublication(one, turned)).toBe(true);
    expect(isSamePublication(one, { ...one, on: "2026-11-23" as Day })).toBe(false);
    expect(isSamePublication(one, { ...one, others: { ...one.others, workers: 0 } })).toBe(false);
    expect(isSamePublication(one, { ...one, roles: new Map() })).toBe(false);
  });

  it("is no name", () => {
    const named = people(3, { display: "named", role: "SRE" });
    const { list } = signatoryList([...named, ...quiet(3)], collate);
    expect(publicationOf(list, text, today)).toEqual({
      text,
      on: today,
      named: 3,
      roles: new Map(),
      others: { workers: 0, supporters: 0 },
    });
  });
});
