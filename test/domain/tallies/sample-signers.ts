/** Signers and lines written short, for examples of counting. */
import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Signer, Statement } from "../../../src/domain/tallies/claims.ts";
import type { Sizes } from "../../../src/domain/tallies/sizes.ts";
import type {
  Incarnation,
  TalliedAction,
  TalliedCondition,
  TalliedTeam,
  TallyLine,
  Token,
} from "../../../src/domain/tallies/tally.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";

export const sign = "sign" as ActionKey;
export const walkout = "walkout" as ActionKey;

export const said = (
  state: TalliedAction["state"] = "pledged",
  condition: TalliedCondition = { kind: "none" },
  action = sign,
): TalliedAction => ({ action, state, condition });

/** Somebody who would sign; `team` as in a tally. */
export const line = (
  token: string,
  team?: string,
  actions: readonly TalliedAction[] = [said()],
): TallyLine => ({
  token: token as Token,
  proof: "",
  ...(team === undefined ? {} : { team: team as TalliedTeam }),
  actions,
  supporter: false,
});

/** Those of them with these numbers, named after `who`. */
export const lines = (who: string, from: number, to: number, team?: string): readonly TallyLine[] =>
  Array.from({ length: to - from + 1 }, (_, index) => line(`${who} ${from + index}`, team));

export const copy = (turf: readonly string[], all: readonly TallyLine[]): Statement => ({
  incarnation: "" as Incarnation,
  lines: linesFrom(all),
  turf: turf as readonly TeamKey[],
});

/** A signer with one copy, written by the turf of now. */
export const signer = (
  fingerprint: string,
  turf: readonly string[],
  ...all: readonly (readonly TallyLine[])[]
): Signer => forked(fingerprint, turf, copy(turf, all.flat()));

export const forked = (
  fingerprint: string,
  turf: readonly string[],
  ...copies: readonly Statement[]
): Signer => ({
  fingerprint: fingerprint as Fingerprint,
  turf: turf as readonly TeamKey[],
  copies,
});

/** A unit of so many workers, and teams of which some sizes are known. */
export const sizes = (unit: number, teams: Readonly<Record<string, number>> = {}): Sizes => ({
  unit,
  teams: new Map(Object.entries(teams).map(([team, size]) => [team as TeamKey, size])),
});
