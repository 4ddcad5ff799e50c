/**
 * Honest organizers, and the truth to which their counts are compared. Whoever takes a pledge back
 * tells it at least one of those who share her code, and everybody where no code is shared.
 */
import type * as fc from "fast-check";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Condition } from "../../../src/domain/pledges/pledge.ts";
import { actions, hearsay } from "./hidden-people.ts";
import type { HiddenPerson, Meeting, Truth, World } from "./hidden-people.ts";

/** Of members, and of lives that no other life of the signer takes the place of. */
export const isLive = ({ signers, lives }: World, life: number): boolean =>
  signers[lives[life]?.signer ?? -1]?.member === true &&
  !lives.some(({ supersedes }) => supersedes.includes(life));

/** Whether anything is said of the person, so that there is a line. */
const hasLine = ({ said }: Meeting): boolean => said.some((one) => one !== undefined);

/** Gives the first of the meetings what one of them must have heard, unless one has. */
const heardByOne = (
  meetings: Meeting[],
  places: readonly number[],
  has: (meeting: Meeting) => boolean,
  hear: (meeting: Meeting) => Meeting,
): void => {
  const [first] = places;
  if (first === undefined || places.some((place) => has(meetings[place] as Meeting))) return;
  meetings[first] = hear(meetings[first] as Meeting);
};

const saying = (meeting: Meeting, at: number, said: Truth): Meeting => ({
  ...meeting,
  said: meeting.said.map((one, place) => (place === at ? said : one)),
});

const tellOne = (meetings: Meeting[], places: readonly number[], person: HiddenPerson): void => {
  for (const [at, truth] of person.pledges.entries()) {
    if (truth === undefined) continue;
    const speaking = places.filter((place) => meetings[place]?.said[at] !== undefined);
    const hear = (meeting: Meeting): Meeting => saying(meeting, at, truth);
    if (truth.live) {
      // Somebody has heard the whole condition.
      heardByOne(
        meetings,
        speaking.filter((place) => meetings[place]?.said[at]?.live === true),
        ({ said }) => said[at]?.condition === truth.condition,
        hear,
      );
    } else {
      heardByOne(meetings, speaking, ({ said }) => said[at]?.live === false, hear);
    }
  }
  if (!person.supporter) return;
  const withLine = places.filter((place) => hasLine(meetings[place] as Meeting));
  const flag = (meeting: Meeting): Meeting => ({ ...meeting, supporter: true });
  heardByOne(meetings, withLine, ({ supporter }) => supporter, flag);
};

const honest = (world: World): World => {
  const meetings = world.meetings.map((meeting) => ({
    ...meeting,
    supporter: meeting.supporter && world.people[meeting.person]?.supporter === true,
  }));
  const byCode = new Map<string, number[]>();
  for (const [place, { person, code, life }] of meetings.entries()) {
    if (!isLive(world, life)) continue;
    const key = `${person} ${code}`;
    byCode.set(key, [...(byCode.get(key) ?? []), place]);
  }
  for (const places of byCode.values()) {
    const person = world.people[meetings[places[0] ?? -1]?.person ?? -1];
    if (person !== undefined) tellOne(meetings, places, person);
  }
  return { ...world, meetings };
};

export const honestWorld = (inTeam: boolean): fc.Arbitrary<World> =>
  hearsay(inTeam).map((one) => honest(one));

/** What there is to find out, through those of whom a live copy says something. */
export interface Truths {
  /** By action: people who will do it. */
  readonly pledged: readonly number[];
  /** By action: those of them whose conditions hold among them. */
  readonly active: readonly number[];
  /** People of the team who will do anything. */
  readonly team: (team: TeamKey) => number;
  /** Those of them whose team some live copy knows and gives. */
  readonly placed: (team: TeamKey, isTold: (meeting: Meeting) => boolean) => number;
  readonly supporters: number;
}

const holds = (
  condition: Condition,
  person: HiddenPerson,
  all: readonly HiddenPerson[],
  unitSize: number,
): boolean => {
  switch (condition.kind) {
    case "none":
      return true;
    case "at-least":
      return all.length >= condition.people;
    case "at-least-percent":
      return all.length >= Math.ceil((condition.percent * unitSize) / 100);
    default:
      return (
        person.team !== undefined &&
        all.filter(({ team }) => team === person.team).length >= condition.people
      );
  }
};

const activeAmong = (all: readonly HiddenPerson[], at: number, unit: number): number => {
  const left = all.filter((person) => {
    const condition = person.pledges[at]?.condition;
    return condition !== undefined && holds(condition, person, all, unit);
  });
  return left.length === all.length ? left.length : activeAmong(left, at, unit);
};

export const truthsOf = (world: World): Truths => {
  const { people, meetings } = world;
  const live = meetings.filter(({ life }) => isLive(world, life));
  /** A live pledge that somebody has heard of as live. */
  const isKnown = (place: number, at: number): boolean =>
    people[place]?.pledges[at]?.live === true &&
    live.some(({ person, said }) => person === place && said[at]?.live === true);
  const known = (at: number): readonly HiddenPerson[] =>
    people.filter((person, place) => !person.supporter && isKnown(place, at));
  const anything = people.map((_, place) => actions.some((__, at) => isKnown(place, at)));
  const inTeam = (key: TeamKey): readonly number[] =>
    [...people.keys()].filter(
      (place) =>
        people[place]?.team === key && !people[place].supporter && anything[place] === true,
    );
  return {
    pledged: actions.map((_, at) => known(at).length),
    active: actions.map((_, at) => activeAmong(known(at), at, world.unit)),
    team: (key) => inTeam(key).length,
    placed: (key, isTold) =>
      inTeam(key).filter((place) =>
        live.some(
          (meeting) =>
            meeting.person === place &&
            isTold(meeting) &&
            meeting.said.some((said, at) => said?.live === true && isKnown(place, at)),
        ),
      ).length,
    supporters: people.filter((person, place) => person.supporter && anything[place] === true)
      .length,
  };
};
