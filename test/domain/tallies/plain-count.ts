/**
 * The counts once more, straight from the definition and with nothing in common with `src`: person by
 * person, without cohorts, in as many loops as it takes.
 */
import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Range } from "../../../src/domain/pledges/readiness.ts";
import type { Agreement } from "../../../src/domain/tallies/agreement.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import type { Sizes } from "../../../src/domain/tallies/sizes.ts";
import type {
  TalliedAction,
  TalliedCondition,
  TallyLine,
  Token,
} from "../../../src/domain/tallies/tally.ts";
import {
  isInTurf,
  isKey,
  isLive,
  linesOf,
  onAction,
  saidOf,
  teamOf,
  tokensOf,
} from "./plain-claims.ts";
import { plainCompared } from "./plain-compared.ts";
import { plainAbove, possible, roomOf } from "./plain-caps.ts";

interface PlainCount {
  readonly pledged: Range;
  readonly active: Range;
  readonly activeLowBeside: (more: number) => number;
  readonly withinSizes: number;
}

export const plainCount = (
  signers: readonly Signer[],
  sizes: Sizes,
  agreements: readonly Agreement[] = [],
): {
  readonly action: (action: ActionKey) => PlainCount;
  readonly team: (team: TeamKey, actions: readonly ActionKey[]) => Range;
  readonly groups: readonly (readonly Signer[])[];
  /** In words, sorted. */
  readonly above: readonly string[];
} => {
  const everyone = tokensOf(signers);
  const speaking = (token: Token): readonly Signer[] =>
    signers.filter((signer) => linesOf(saidOf(signer, token)).length > 0);
  const allLines = (token: Token): readonly TallyLine[] =>
    signers.flatMap((signer) => linesOf(saidOf(signer, token)));
  const unitedTeam = (token: Token): TeamKey | undefined => {
    const [team, ...others] = speaking(token).map((signer) => teamOf(saidOf(signer, token)));
    return others.every((other) => other === team) ? team : undefined;
  };
  const inUnit = everyone.filter((token) => !allLines(token).some(({ supporter }) => supporter));
  const liveHigh = (token: Token, action: ActionKey): readonly TalliedAction[] =>
    allLines(token)
      .map((line) => onAction(line, action))
      .filter((said) => isLive(said));
  const claims = (signer: Signer, token: Token, action: ActionKey): boolean =>
    signer.copies.length > 0 &&
    saidOf(signer, token).every((line) => isLive(onAction(line, action)));
  const isLow = (token: Token, action: ActionKey): boolean =>
    signers.some((signer) => claims(signer, token, action)) &&
    !allLines(token).some((line) => onAction(line, action)?.state === "withdrawn");

  /** Groups grow until nothing joins them. */
  const groups = (): readonly (readonly Signer[])[] => {
    const joined = (a: Signer, b: Signer): boolean =>
      a.turf.some((team) => b.turf.includes(team)) ||
      everyone.some((token) =>
        [a, b].every((one) => speaking(token).includes(one) && isInTurf(one, token)),
      );
    let found: readonly (readonly Signer[])[] = [];
    for (const signer of signers) {
      const touching = found.filter((group) => group.some((other) => joined(signer, other)));
      found = [...found.filter((group) => !touching.includes(group)), [signer, ...touching.flat()]];
    }
    return found;
  };
  const found = groups();
  const places = { teamOf: unitedTeam };
  const teams = [...new Set(everyone.map((token) => unitedTeam(token)))].filter(isKey);
  const inTeam = (tokens: readonly Token[], team: TeamKey): readonly Token[] =>
    tokens.filter((token) => unitedTeam(token) === team);
  /** The largest number of one of these signers, or of some of them who compared their lists. */
  const mostIn = (
    team: TeamKey,
    group: readonly Signer[],
    of: (signer: Signer) => readonly Token[],
  ): number =>
    Math.max(
      0,
      ...group.map((signer) => of(signer).length),
      ...plainCompared(agreements, team, group, of),
    );
  const bound = (group: readonly Signer[], of: (signer: Signer) => readonly Token[]): number => {
    const byTeam = teams.map((team) =>
      Math.min(
        roomOf(sizes, team),
        mostIn(team, group, (signer) => inTeam(of(signer), team)),
      ),
    );
    return Math.max(
      ...group.map((signer) => possible(sizes, places, signer, of(signer))),
      byTeam.reduce((sum, people) => sum + people, 0),
    );
  };
  const liveBy = (token: Token, action: ActionKey): readonly Signer[] =>
    signers.filter((signer) =>
      saidOf(signer, token).some((line) => isLive(onAction(line, action))),
    );
  const { above, isPart } = plainAbove(signers, sizes, inUnit);
  type Counts = (signer: Signer, token: Token, action: ActionKey) => boolean;
  const measure = (tokens: readonly Token[], action: ActionKey, counts: Counts): number => {
    const claimed = (signer: Signer): readonly Token[] =>
      tokens.filter((token) => counts(signer, token, action));
    const own = found.map((group) =>
      bound(group, (signer) => claimed(signer).filter((token) => isInTurf(signer, token))),
    );
    return Math.min(
      sizes.unit,
      Math.max(
        own.reduce((sum, people) => sum + people, 0),
        bound(signers, claimed),
      ),
    );
  };
  const measureHigh = (tokens: readonly Token[], action: ActionKey): number => {
    const byTeam = teams.map((team) => Math.min(roomOf(sizes, team), inTeam(tokens, team).length));
    const alone = signers.map((signer) => {
      const hers = tokens.filter((token) => {
        const [first, ...others] = liveBy(token, action);
        return first === signer && others.length === 0;
      });
      return possible(sizes, places, signer, hers);
    });
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
    return Math.min(
      sizes.unit,
      sum(byTeam) + tokens.filter((token) => unitedTeam(token) === undefined).length,
      sum(alone) + tokens.filter((token) => liveBy(token, action).length > 1).length,
    );
  };
  const holds = (
    condition: TalliedCondition,
    everybody: number,
    inTeams: readonly number[],
  ): boolean => {
    switch (condition.kind) {
      case "none":
        return true;
      case "at-least":
        return everybody >= condition.people;
      case "at-least-percent":
        return everybody >= Math.ceil((condition.percent * sizes.unit) / 100);
      case "at-least-in-team":
        return inTeams.some((people) => people >= condition.people);
      default:
        return false;
    }
  };
  const activeLow = (action: ActionKey, more: number, counts: Counts = claims): number => {
    let active = inUnit.filter(
      (token) => isLow(token, action) && signers.some((signer) => counts(signer, token, action)),
    );
    for (;;) {
      const now = active;
      const inOwn = (team: TeamKey | undefined): readonly number[] =>
        team === undefined
          ? []
          : [
              Math.min(
                roomOf(sizes, team),
                mostIn(team, signers, (signer) =>
                  inTeam(now, team).filter((token) => counts(signer, token, action)),
                ),
              ),
            ];
      const people = measure(now, action, counts);
      active = now.filter((token) =>
        liveHigh(token, action).every(({ condition }) =>
          holds(condition, people + more, inOwn(unitedTeam(token))),
        ),
      );
      if (active.length === now.length) return people;
    }
  };
  const teamsOf = (token: Token): readonly TeamKey[] =>
    [...new Set(allLines(token).map(({ team }) => team))].filter(isKey);
  const activeHigh = (action: ActionKey): number => {
    let active = inUnit.filter((token) => liveHigh(token, action).length > 0);
    for (;;) {
      const now = active;
      const inAny = (team: TeamKey): number =>
        Math.min(roomOf(sizes, team), now.filter((token) => teamsOf(token).includes(team)).length);
      const people = measureHigh(now, action);
      active = now.filter((token) =>
        liveHigh(token, action).some(({ condition }) =>
          holds(condition, people, teamsOf(token).map(inAny)),
        ),
      );
      if (active.length === now.length) return people;
    }
  };
  return {
    groups: found,
    above,
    action: (action) => ({
      pledged: {
        low: measure(
          inUnit.filter((token) => isLow(token, action)),
          action,
          claims,
        ),
        high: measureHigh(
          inUnit.filter((token) => liveHigh(token, action).length > 0),
          action,
        ),
      },
      active: { low: activeLow(action, 0), high: activeHigh(action) },
      activeLowBeside: (more) => activeLow(action, more),
      withinSizes: activeLow(
        action,
        0,
        (signer, token, one) => claims(signer, token, one) && !isPart(signer, token),
      ),
    }),
    team: (team, actions) => ({
      low: Math.min(
        roomOf(sizes, team),
        mostIn(team, signers, (signer) =>
          inTeam(inUnit, team).filter((token) =>
            actions.some((action) => isLow(token, action) && claims(signer, token, action)),
          ),
        ),
      ),
      high: Math.min(
        roomOf(sizes, team),
        inUnit.filter(
          (token) =>
            teamsOf(token).includes(team) &&
            actions.some((action) => liveHigh(token, action).length > 0),
        ).length,
      ),
    }),
  };
};
