/** Lines in the form in which they are counted, as a list of lines again: without their proofs. */
import type { Lines } from "../../../src/domain/tallies/lines.ts";
import type { TallyLine } from "../../../src/domain/tallies/tally.ts";

const lists = new WeakMap<Lines, readonly TallyLine[]>();

export const listed = (lines: Lines): readonly TallyLine[] => {
  const known = lists.get(lines);
  if (known !== undefined) return known;
  const list = [...lines.which].flatMap((place, at): TallyLine[] => {
    const said = lines.said[place];
    return said === undefined ? [] : [{ token: lines.token(at), proof: "", ...said }];
  });
  lists.set(lines, list);
  return list;
};
