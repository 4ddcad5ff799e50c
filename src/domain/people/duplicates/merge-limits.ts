/** What two records say together and one cannot: it would not go out and come in again. Nothing of it is cut off. */
import { longestLines } from "../../text/clean.ts";
import { longestList } from "../person-shape.ts";
import type { Person } from "../person.ts";

const texts = ["note", "sharedNote"] as const;
const lists = ["contacts", "issues", "consents", "elsewhere"] as const;

/** `has` and `most` in letters of a note (UTF-16 code units), or in members of a list. */
export interface TooMuch {
  readonly member: (typeof texts)[number] | (typeof lists)[number];
  readonly has: number;
  readonly most: number;
}

/** The two records together hold more than one person can. */
export interface MergeTooMuch {
  readonly type: "merge-too-much";
  readonly members: readonly TooMuch[];
}

export const tooMuchOf = (merged: Person): readonly TooMuch[] =>
  [
    ...texts.map((member) => ({ member, has: merged[member]?.length ?? 0, most: longestLines })),
    ...lists.map((member) => ({ member, has: merged[member].length, most: longestList })),
  ].filter(({ has, most }) => has > most);
