/**
 * What one signer says of each person. A signer with one copy says what its lines say. The copies of a
 * forked signer may contradict each other: then it says for sure only what all of them say.
 */
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import { isLive } from "../pledges/pledge.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Lines, Said } from "./lines.ts";
import type { Incarnation, TalliedCondition, TalliedTeam, Token } from "./tally.ts";

/** The lines of one life of a signer's vault. */
export interface Statement {
  readonly incarnation: Incarnation;
  readonly lines: Lines;
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

/** What a line says, and whether it lies in its writer's turf. */
interface Placed {
  readonly said: Said;
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

const claimActions = (lines: readonly Said[], copies: number): readonly ClaimedAction[] => {
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
  const lines = placed.map(({ said }) => said);
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
const wordsOf = ({ said, inTurf }: Placed): string => {
  let words = `${said.team ?? ""}${inTurf ? "!" : " "}${said.supporter ? "+" : " "}`;
  for (const { action, state, condition } of said.actions) {
    words += `${action}${isLive(state) ? "" : "~"}${conditionWords(condition)} `;
  }
  return words;
};

const placedIn = (own: ReadonlySet<TeamKey>, { turf, lines }: Statement): readonly Placed[] =>
  lines.said.map((said) => ({ said, inTurf: liesIn(own, said.team, turf) }));

/** Where a person stands first: the lines of a copy, and which of them. */
interface Standing {
  readonly lines: Lines;
  readonly at: number;
  readonly placed: Placed[];
}

/** Of several copies, what each says of the person; nothing from a copy without the line. */
const standingsIn = (
  own: ReadonlySet<TeamKey>,
  copies: readonly Statement[],
): Iterable<Standing> => {
  const byToken = new Map<Token, Standing>();
  for (const copy of copies) {
    const placed = placedIn(own, copy);
    for (const [at, place] of copy.lines.which.entries()) {
      const token = copy.lines.token(at);
      const standing = byToken.get(token) ?? { lines: copy.lines, at, placed: [] };
      byToken.set(token, standing);
      const one = placed[place];
      if (one !== undefined) standing.placed.push(one);
    }
  }
  return byToken.values();
};

/** One for all, so that nobody is told apart by it. */
export const noSets: readonly number[] = [];

/** Takes a person: a line that stands for her, and what the signer says of her. */
export type TakeClaim = (lines: Lines, at: number, claim: Claim) => void;

/**
 * Hands over every person of whom the signer says something, each once. People of whom it says the same, and who are in the
 * same sets of compared lists, get the same claim, the very object, so that they can be counted together. Without `setsOf` nobody is in any.
 */
export const eachClaim = (
  { turf, copies, relayed }: Signer,
  place: number,
  take: TakeClaim,
  setsOf?: (token: Token) => readonly number[],
): void => {
  const own = new Set(turf);
  const claims = new Map<string, Claim>();
  // Nobody has so many copies, so nothing that was passed on is ever said by all of them.
  const needed = relayed === true ? Infinity : copies.length;
  const claimFor = (placed: readonly Placed[], sets: readonly number[]): Claim => {
    let words = `${sets.join(" ")}\n`;
    for (const one of placed) words += `${wordsOf(one)}\n`;
    const claim = claims.get(words) ?? claimOf(placed, place, needed, sets);
    claims.set(words, claim);
    return claim;
  };
  const [only, ...others] = copies;
  if (only === undefined || others.length > 0) {
    for (const { lines, at, placed } of standingsIn(own, copies))
      take(lines, at, claimFor(placed, setsOf?.(lines.token(at)) ?? noSets));
    return;
  }
  // Tokens stand once in a copy, so that one copy, the usual case, needs no index of its lines: and what many say is put into words once.
  const { lines } = only;
  const placed = placedIn(own, only);
  const inNoSet = placed.map((one) => claimFor([one], noSets));
  const { which } = lines;
  for (let at = 0; at < which.length; at += 1) {
    const said = which[at] ?? 0;
    const sets = setsOf === undefined ? noSets : setsOf(lines.token(at));
    const one = sets === noSets ? undefined : placed[said];
    const claim = one === undefined ? inNoSet[said] : claimFor([one], sets);
    if (claim !== undefined) take(lines, at, claim);
  }
};

/** The people of whom the signer surely says that they work in the team and will do something, sorted by token. */
export const tokensInTeam = (signer: Signer, team: TeamKey): readonly Token[] => {
  const found: Token[] = [];
  eachClaim(signer, 0, (lines, at, claim) => {
    if (claim.team === team && !claim.supporter && claim.actions.some(({ sure }) => sure))
      found.push(lines.token(at));
  });
  return found.toSorted();
};
