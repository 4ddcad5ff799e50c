/** The first number of a committee file and every next one, in the order and the bounds of the format. */
import type { Day } from "../day.ts";
import type { Hash } from "../tallies/tally.ts";
import type { Committee, Definition, Member, SharedText } from "./committee.ts";

const byKey =
  <T>(keyOf: (one: T) => string) =>
  (a: T, b: T): number =>
    keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b));

/** A turf names teams that there are, each once. */
const inTeams = (members: readonly Member[], { teams }: Definition): readonly Member[] => {
  const keys = new Set(teams.map(({ key }) => key));
  return members.map((member) => ({
    ...member,
    turf: [...new Set(member.turf)].filter((key) => keys.has(key)).toSorted(),
  }));
};

const inOrder = (committee: Committee): Committee => ({
  ...committee,
  members: inTeams(committee.members, committee.definition).toSorted(byKey(({ handle }) => handle)),
  texts: committee.texts.toSorted(byKey(({ letter }) => letter)),
});

interface Parts {
  /** How many members must sign the number after. */
  readonly needs: number;
  readonly definition: Definition;
  readonly members: readonly Member[];
  readonly texts: readonly SharedText[];
  /** Today in UTC. */
  readonly asOf: Day;
}

/** Number 1, of which any one member may sign the next. */
export const firstNumber = (parts: Omit<Parts, "needs">): Committee =>
  inOrder({ number: 1, prev: undefined, needs: 1, ...parts });

/** The number after `current`, whose hash is `sha256`, with what changes in it. `needs` never asks for more than there are. */
export const nextNumber = (
  current: Committee,
  sha256: Hash,
  change: Pick<Parts, "asOf"> & Partial<Parts>,
): Committee => {
  const next = { ...current, ...change, number: current.number + 1, prev: sha256 };
  return inOrder({ ...next, needs: Math.min(next.needs, next.members.length) });
};
