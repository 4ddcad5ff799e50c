/**
 * What one signer says of each person. A signer with one copy says what its lines say. The copies of a
 * forked signer may contradict each other: then it says for sure only what all of them say.
 */
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import { isLive } from "../pledges/pledge.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Incarnation, TalliedCondition, TalliedTeam, TallyLine, Token } from "./tally.ts";

/** The lines of one life of a signer's vault. */
export interface Statement {
  readonly incarnation: Incarnation;
  readonly lines: readonly TallyLine[];
  /** The writer's turf when it was written: what `*` stands for in its lines. */
  readonly turf: readonly TeamKey[];
}

export interface Signer {
  readonly fingerprint: Fingerprint;
  /** By our own committee file. */
  readonly turf: readonly TeamKey[];
  /** What others wrote and this one passed on: a claim of which nothing is sure. */
  readonly relayed?: true;
  /** One; several of a fork, or of what was passed on; none of a signer whose lives take each other's place. */
  readonly copies: readonly Statement[];
}

export interface ClaimedAction {
  readonly action: ActionKey;
  /** Some copy has it live. */
  readonly live: boolean;
  /** Every copy has it live. */
  readonly sure: boolean;
  /** Some copy has it withdrawn. */
  readonly withdrawn: boolean;
  /** Of every copy that has it live. */
  readonly conditions: readonly TalliedCondition[];
}

/** What a signer says of a person, or of many people in the same words. */
export interface Claim {
  /** The signer's place among all. */
  readonly signer: number;
  /** The key that every copy with the line gives. */
  readonly team?: TeamKey;
  /** Every key that some copy gives. */
  readonly teams: readonly TeamKey[];
  /** Whether the person is in what our committee file calls the signer's turf, by every copy with the line. */
  readonly inTurf: boolean;
  /** Some copy says so. */
  readonly supporter: boolean;
  readonly actions: readonly ClaimedAction[];
  /** The sets of signers who compared lists in which she is, by their places. */
  readonly sets: readonly number[];
}

/** A line, and whether it lies in its writer's turf. */
interface Placed {
  readonly line: TallyLine;
  readonly inTurf: boolean;
}

/** In the turf of now: a team of it, or withheld from a turf that lies within it whole. */
const liesIn = (
  turf: ReadonlySet<TeamKey>,
  team: TalliedTeam | undefined,
  then: readonly TeamKey[],
): boolean => {
  if (team === undefined) return false;
  if (team !== "*") return turf.has(team);
  return then.length > 0 && then.every((one) => turf.has(one));
};

const claimActions = (lines: readonly TallyLine[], copies: number): readonly ClaimedAction[] => {
  const keys = new Set(lines.flatMap(({ actions }) => actions.map(({ action }) => action)));
  return [...keys].map((action) => {
    const said = lines.flatMap((line) => line.actions.filter((one) => one.action === action));
    const conditions = said.filter(({ state }) => isLive(state)).map(({ condition }) => condition);
    return {
      action,
      live: conditions.length > 0,
      sure: conditions.length === copies,
      withdrawn: conditions.length < said.length,
      conditions,
    };
  });
};

const isKey = (team: TalliedTeam | undefined): team is TeamKey =>
  team !== undefined && team !== "*";

const claimOf = (
  placed: readonly Placed[],
  signer: number,
  copies: number,
  sets: readonly number[],
): Claim => {
  const lines = placed.map(({ line }) => line);
  const given = new Set(lines.map(({ team }) => team));
  const teams = [...given].filter(isKey);
  const [team] = given.size === 1 ? teams : [];
  return {
    signer,
    ...(team === undefined ? {} : { team }),
    teams,
    inTurf: placed.every(({ inTurf }) => inTurf),
    supporter: lines.some(({ supporter }) => supporter),
    actions: claimActions(lines, copies),
    sets,
  };
};

const conditionWords = (condition: TalliedCondition): string => {
  switch (condition.kind) {
    case "none":
      return "";
    case "at-least":
      return `>${condition.people}`;
    case "at-least-percent":
      return `%${condition.percent}`;
    case "at-least-in-team":
      return `=${condition.people}`;
    case "waits":
      return "?";
    default:
      return condition satisfies never;
  }
};

/** The same, and short, for all lines that say the same of their people as far as that is counted. */
const wordsOf = ({ line, inTurf }: Placed): string => {
  let words = `${line.team ?? ""}${inTurf ? "!" : " "}${line.supporter ? "+" : " "}`;
  for (const { action, state, condition } of line.actions) {
    words += `${action}${isLive(state) ? "" : "~"}${conditionWords(condition)} `;
  }
  return words;
};

const placedIn = (own: ReadonlySet<TeamKey>, { turf }: Statement, line: TallyLine): Placed => ({
  line,
  inTurf: liesIn(own, line.team, turf),
});

/** By token, what each copy says of the person; nothing from a copy without the line. */
const placedByToken = (
  own: ReadonlySet<TeamKey>,
  copies: readonly Statement[],
): ReadonlyMap<Token, readonly Placed[]> => {
  const byToken = new Map<Token, Placed[]>();
  for (const copy of copies) {
    for (const line of copy.lines) {
      const placed = byToken.get(line.token) ?? [];
      placed.push(placedIn(own, copy, line));
      byToken.set(line.token, placed);
    }
  }
  return byToken;
};

/** One for all, so that nobody is told apart by it. */
export const noSets: readonly number[] = [];

/**
 * Hands over every person of whom the signer says something, each once. People of whom it says the same, and who are in the
 * same sets of compared lists, get the same claim, the very object, so that they can be counted together.
 */
export const eachClaim = (
  { turf, copies, relayed }: Signer,
  place: number,
  take: (token: Token, claim: Claim) => void,
  setsOf: (token: Token) => readonly number[] = () => noSets,
): void => {
  const own = new Set(turf);
  const claims = new Map<string, Claim>();
  // Nobody has so many copies, so nothing that was passed on is ever said by all of them.
  const needed = relayed === true ? Infinity : copies.length;
  const claimFor = (token: Token, placed: readonly Placed[]): Claim => {
    const sets = setsOf(token);
    let words = `${sets.join(" ")}\n`;
    for (const one of placed) words += `${wordsOf(one)}\n`;
    const claim = claims.get(words) ?? claimOf(placed, place, needed, sets);
    claims.set(words, claim);
    return claim;
  };
  const [only, ...others] = copies;
  if (only !== undefined && others.length === 0) {
    // Tokens stand once in a copy, so that one copy, the usual case, needs no index of its lines.
    for (const line of only.lines)
      take(line.token, claimFor(line.token, [placedIn(own, only, line)]));
    return;
  }
  for (const [token, placed] of placedByToken(own, copies)) take(token, claimFor(token, placed));
};

/** The people of whom the signer surely says that they work in the team and will do something, sorted by token. */
export const tokensInTeam = (signer: Signer, team: TeamKey): readonly Token[] => {
  const found: Token[] = [];
  eachClaim(signer, 0, (token, claim) => {
    if (claim.team === team && !claim.supporter && claim.actions.some(({ sure }) => sure))
      found.push(token);
  });
  return found.toSorted();
};
