/**
 * The names that may stand in one letter when several organizers say who signed. A name is one person where nothing
 * tells two apart: the same role, or none on one side. One list alone can show that two people have one
 * name. Law: test/domain/letters/merge-signers.test.ts.
 */
import { distinctLines, folded, linesOf, roleKey } from "./distinct-lines.ts";
import type { SignerLine } from "./signers.ts";

/** The lines of each organizer, by place. */
export type Lists = readonly (readonly SignerLine[])[];

/** One name in all the lists. */
export interface NameShown {
  /** Of each organizer who gives the name, by place. */
  readonly given: ReadonlyMap<number, readonly SignerLine[]>;
  readonly shown: readonly SignerLine[];
}

const shownOf = (given: NameShown["given"]): readonly SignerLine[] => {
  const [only] = given.size === 1 ? given.values() : [];
  if (only !== undefined) return only;
  const lists = [...given].map(([place, lines]) => ({ place, lines }));
  return linesOf(distinctLines(lists, roleKey));
};

/** Everybody who is in some list by name, by folded name. */
export const namesIn = (lists: Lists): ReadonlyMap<string, NameShown> => {
  const given = new Map<string, Map<number, SignerLine[]>>();
  for (const [place, lines] of lists.entries()) {
    for (const line of lines) {
      if (line.name === undefined) continue;
      const key = folded(line.name);
      const places = given.get(key) ?? new Map<number, SignerLine[]>();
      given.set(key, places);
      const own = places.get(place);
      if (own === undefined) places.set(place, [line]);
      else own.push(line);
    }
  }
  return new Map(
    [...given].map(([key, places]) => [key, { given: places, shown: shownOf(places) }]),
  );
};
