/** A list that says something else of many people than the vault: more likely a wrong column than news. */
import type { News, NewsMember } from "./news-of.ts";

export interface Sweep {
  readonly member: NewsMember;
  /** At whom something else stood before. */
  readonly people: number;
  /** Everybody in the vault. */
  readonly of: number;
}

const percent = 30;

/** So few changes are looked at one by one. */
const fewest = 3;

/** The members that would change in 30 % of the people of the vault or more. */
export const sweepsOf = (
  changed: readonly Pick<News, "replaced">[],
  of: number,
): readonly Sweep[] => {
  const counts = new Map<NewsMember, number>();
  for (const { replaced } of changed)
    for (const member of replaced) counts.set(member, (counts.get(member) ?? 0) + 1);
  return [...counts]
    .filter(([, people]) => people >= fewest && people * 100 >= of * percent)
    .map(([member, people]) => ({ member, people, of }));
};
