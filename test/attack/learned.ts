/** What the attacker has in the end, as numbers and as the table of `docs/disclosure.md`. */
import { disclosureOf } from "../../src/domain/tallies/disclosure.ts";
import type { Tally } from "../../src/domain/tallies/tally.ts";
import { grouped } from "../../src/domain/text/words.ts";
import { changedLines } from "../../src/usecases/tallies/draft-tally.ts";
import {
  changesIn,
  cluesIn,
  crowdsIn,
  fitting,
  namesByCrowd,
  namesByHash,
  namesByRoot,
  namesInPlain,
  suspects,
} from "./attacker.ts";
import type { Change, Clue, Loot } from "./attacker.ts";
import { everybody, saidBy } from "./company.ts";
import type { Employee } from "./company.ts";

type Row = readonly [string, string];

/** Names that are certain, by each way of looking for them. */
export const namesFound = (loot: Loot) => {
  const names = everybody.map(({ name }) => name);
  const tallies = [...loot.before, ...loot.after];
  const crowds = [
    ...crowdsIn(loot, loot.before, loot.staffBefore),
    ...crowdsIn(loot, loot.after, loot.staffAfter),
  ];
  const onlyOne = [...cluesIn(loot, tallies).values()]
    .map((clue) => suspects(clue, everybody))
    .filter((people) => people.length === 1);
  return {
    inPlain: namesInPlain(loot.payloads, names),
    byHash: namesByHash(tallies, names),
    byRoot: namesByRoot(tallies, names),
    byTeam: [...onlyOne.flat().map(({ name }) => name), ...namesByCrowd(crowds)],
  };
};

/** The number that was overheard, and from whom: somebody of the largest team. */
export const overheard = (loot: Loot, nameOf: ReadonlyMap<string, string>) => {
  const pledged = new Set(nameOf.values());
  const coworker = everybody.find(
    ({ name, team }) => team === "cloud" && pledged.has(name) && saidBy(name).walkout === 137,
  );
  if (coworker === undefined) throw new Error("nobody said 137");
  const clues = cluesIn(loot, loot.before);
  return {
    coworker,
    anywhere: fitting(clues, { people: 137 }),
    inTeam: fitting(clues, { people: 137, team: coworker.team }),
  };
};

const employeeCalled = new Map(everybody.map((one) => [one.name, one]));

/** Of those who named a number: for how many it leaves one line, as it is sent and as it was said. */
const singledOut = (loot: Loot, nameOf: ReadonlyMap<string, string>) => {
  const clues = cluesIn(loot, loot.before);
  const people = [...new Set([...clues.keys()].map((token) => nameOf.get(token) ?? ""))]
    .flatMap((name) => employeeCalled.get(name) ?? [])
    .flatMap((one: Employee) => {
      const { walkout, strike } = saidBy(one.name);
      const numbers = [walkout, strike].filter((said) => said !== undefined && said > 0);
      return numbers.length === 0 ? [] : [{ team: one.team, numbers }];
    });
  const same = (team: string, said: number | undefined): number =>
    people.filter((one) => one.team === team && one.numbers.includes(said)).length;
  const rounded = people.filter(({ team, numbers }) =>
    numbers.some((said) => fitting(clues, { team, people: said ?? 0 }).length === 1),
  );
  const exact = people.filter(({ team, numbers }) =>
    numbers.some((said) => same(team, said) === 1),
  );
  return { asked: people.length, rounded: rounded.length, exact: exact.length };
};

/** The second tally of each writer beside the first. */
export const changedBySource = ({ before, after }: Loot): readonly number[] =>
  before.map((first) => {
    const second = after.find(({ from }) => from === first.from);
    return second === undefined ? 0 : changedLines(first.lines, second.lines);
  });

const linesIn = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, { lines }) => sum + lines.length, 0);

const range = (numbers: readonly number[]): string => {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}`;
};

const changeRows = (
  title: string,
  whom: string,
  changes: readonly Change[],
  nameOf: ReadonlyMap<string, string>,
): readonly Row[] => {
  const single = changes.filter(({ pointedAt }) => pointedAt.length === 1);
  const right = single.filter(
    ({ clue, pointedAt }) => nameOf.get(clue.token) === pointedAt[0]?.name,
  );
  return [
    [title, grouped(changes.length)],
    ["- people each can be", range(changes.map(({ possible }) => possible.length))],
    [`- with one ${whom} only who fits: a suspicion`, grouped(single.length)],
    ["- of these suspicions are right", grouped(right.length)],
  ];
};

const teamRows = (loot: Loot): readonly Row[] => {
  const clues = [...cluesIn(loot, loot.before).values()];
  const sizeOf = (clue: Clue): number => suspects(clue, loot.staffBefore).length;
  const named = clues.filter(({ lines }) => lines.some(({ team }) => team !== "*"));
  const withheld = clues.filter((clue) => !named.includes(clue));
  const crowds = crowdsIn(loot, loot.before, loot.staffBefore);
  const fullest = crowds.toSorted(
    (a, b) => b.lines / b.people.length - a.lines / a.people.length,
  )[0];
  return [
    ["people of whom one line is, where it names the team", range(named.map(sizeOf))],
    ["people of whom one line is, where the team is withheld", range(withheld.map(sizeOf))],
    [
      "fullest such group: so many of its people have a line",
      `${fullest?.lines ?? 0} of ${fullest?.people.length ?? 0}`,
    ],
  ];
};

/** The rows of the table; what each says is explained on the page. */
export const learnedTable = (
  loot: Loot,
  found: ReturnType<typeof namesFound>,
  nameOf: ReadonlyMap<string, string>,
): string => {
  const { anywhere, inTeam } = overheard(loot, nameOf);
  const told = loot.before.map((tally) => disclosureOf(tally));
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const { asked, rounded, exact } = singledOut(loot, nameOf);
  const { came, went, takenBack } = changesIn(loot);
  const few = changedBySource(loot).filter((changed) => changed >= 1 && changed <= 4);
  const rows: readonly Row[] = [
    ["staff list, first day", grouped(loot.staffBefore.length)],
    ["tallies of the first day; lines in them", `${loot.before.length}; ${linesIn(loot.before)}`],
    ["tallies of the second day; lines in them", `${loot.after.length}; ${linesIn(loot.after)}`],
    ["**names found**: in plain text", grouped(found.inPlain.length)],
    ["by hashing every name with everything a member knows", grouped(found.byHash.length)],
    ["by the root", grouped(found.byRoot.length)],
    ["by teams: one person only, or all of a team", grouped(found.byTeam.length)],
    ...teamRows(loot),
    ["lines like no other in their tally", grouped(sum(told.map(({ alone }) => alone)))],
    [
      "lines whose condition no other line of the tally has",
      grouped(sum(told.map((one) => one.pickedOutByCondition))),
    ],
    ['lines that fit an overheard "137" in all tallies', grouped(anywhere.length)],
    ["- and the team of the coworker who said it", grouped(inTeam.length)],
    ["people who named a number", grouped(asked)],
    ["- for whom the number, overheard, leaves one line in the team", grouped(rounded)],
    ["- the same, were numbers not rounded", grouped(exact)],
    ...changeRows("lines that came", "newcomer", came, nameOf),
    ...changeRows("lines that went", "leaver", went, nameOf),
    ...changeRows("lines taken back", "leaver", takenBack, nameOf),
    ["organizers with one to four changes, warned before export", grouped(few.length)],
  ];
  return [
    "| what | number |",
    "| --- | --- |",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");
};
