/**
 * The counts once more, straight from the definition and with nothing in common with `src`: person by
 * person, without cohorts, in as many loops as it takes.
 */
import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Range } from "../../../src/domain/pledges/readiness.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import type {
  TalliedAction,
  TalliedCondition,
  TallyLine,
  Token,
} from "../../../src/domain/tallies/tally.ts";

/** What one signer's copies say of one person: a line a copy, or nothing. */
type Said = readonly (TallyLine | undefined)[];

const tokensOf = (signers: readonly Signer[]): readonly Token[] => [
  ...new Set(
    signers.flatMap(({ copies }) => copies.flatMap(({ lines }) => lines.map(({ token }) => token))),
  ),
];

const saidOf = (signer: Signer, token: Token): Said =>
  signer.copies.map(({ lines }) => lines.find((line) => line.token === token));

const linesOf = (said: Said): readonly TallyLine[] => said.filter((line) => line !== undefined);

const isKey = (team: string | undefined): team is TeamKey => team !== undefined && team !== "*";

const teamOf = (said: Said): TeamKey | undefined => {
  const given = linesOf(said).map(({ team }) => team);
  const [team] = given;
  return given.every((one) => one === team) && isKey(team) ? team : undefined;
};

const isInTurf = (signer: Signer, token: Token): boolean =>
  signer.copies.every(({ lines, turf }) => {
    const line = lines.find((one) => one.token === token);
    if (line === undefined) return true;
    if (line.team === "*") {
      return turf.length > 0 && turf.every((team) => signer.turf.includes(team));
    }
    return line.team !== undefined && signer.turf.includes(line.team);
  });

const onAction = (line: TallyLine | undefined, action: ActionKey): TalliedAction | undefined =>
  line?.actions.find((one) => one.action === action);

const isLive = (said: TalliedAction | undefined): said is TalliedAction =>
  said !== undefined && said.state !== "withdrawn";

interface PlainCount {
  readonly pledged: Range;
  readonly active: Range;
  readonly activeLowBeside: (more: number) => number;
}

export const plainCount = (
  signers: readonly Signer[],
  unitSize: number,
): {
  readonly action: (action: ActionKey) => PlainCount;
  readonly team: (team: TeamKey, actions: readonly ActionKey[]) => Range;
  readonly groups: readonly (readonly Signer[])[];
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
  const bound = (group: readonly Signer[], of: (signer: Signer) => readonly Token[]): number => {
    const teams = [...new Set(everyone.map((token) => unitedTeam(token)))].filter(isKey);
    const most = (keep: (token: Token) => boolean): number =>
      Math.max(0, ...group.map((signer) => of(signer).filter((token) => keep(token)).length));
    const byTeam = teams.map((team) => most((token) => unitedTeam(token) === team));
    return Math.max(
      most(() => true),
      byTeam.reduce((sum, people) => sum + people, 0),
    );
  };
  const measure = (tokens: readonly Token[], action: ActionKey): number => {
    const claimed = (signer: Signer): readonly Token[] =>
      tokens.filter((token) => claims(signer, token, action));
    const own = found.map((group) =>
      bound(group, (signer) => claimed(signer).filter((token) => isInTurf(signer, token))),
    );
    return Math.max(
      own.reduce((sum, people) => sum + people, 0),
      bound(signers, claimed),
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
        return everybody >= Math.ceil((condition.percent * unitSize) / 100);
      case "at-least-in-team":
        return inTeams.some((people) => people >= condition.people);
      default:
        return false;
    }
  };
  const activeLow = (action: ActionKey, more: number): number => {
    let active = inUnit.filter((token) => isLow(token, action));
    for (;;) {
      const now = active;
      const inTeam = (team: TeamKey | undefined): readonly number[] =>
        team === undefined
          ? []
          : signers.map(
              (signer) =>
                now.filter((token) => unitedTeam(token) === team && claims(signer, token, action))
                  .length,
            );
      const people = measure(now, action);
      active = now.filter((token) =>
        liveHigh(token, action).every(({ condition }) =>
          holds(condition, people + more, inTeam(unitedTeam(token))),
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
      const inTeam = (team: TeamKey): number =>
        now.filter((token) => teamsOf(token).includes(team)).length;
      active = now.filter((token) =>
        liveHigh(token, action).some(({ condition }) =>
          holds(condition, now.length, teamsOf(token).map(inTeam)),
        ),
      );
      if (active.length === now.length) return now.length;
    }
  };
  return {
    groups: found,
    action: (action) => ({
      pledged: {
        low: measure(
          inUnit.filter((token) => isLow(token, action)),
          action,
        ),
        high: inUnit.filter((token) => liveHigh(token, action).length > 0).length,
      },
      active: { low: activeLow(action, 0), high: activeHigh(action) },
      activeLowBeside: (more) => activeLow(action, more),
    }),
    team: (team, actions) => ({
      low: Math.max(
        0,
        ...signers.map(
          (signer) =>
            inUnit.filter(
              (token) =>
                unitedTeam(token) === team &&
                actions.some((action) => isLow(token, action) && claims(signer, token, action)),
            ).length,
        ),
      ),
      high: inUnit.filter(
        (token) =>
          teamsOf(token).includes(team) &&
          actions.some((action) => liveHigh(token, action).length > 0),
      ).length,
    }),
  };
};
