/**
 * What is not counted here, by a decision of whoever holds the vault: of a signer everything, one life of her vault, one copy of a fork, or what she says
 * of a team. Applied when counting, so what was merged stays as it is, and what comes later falls under it too. In no file for others.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Snapshot } from "./snapshot.ts";
import { linesWhere, namesTeam } from "./lines.ts";
import type { Lines } from "./lines.ts";
import type { Hash, Incarnation } from "./tally.ts";

/** Whatever is not named is any. */
export interface Selection {
  readonly from: Fingerprint;
  readonly incarnation?: Incarnation;
  readonly sha256?: Hash;
  readonly team?: TeamKey;
}

export interface LeftOut extends Selection {
  readonly reason: string;
  readonly on: Day;
}

export interface LeftOutStore {
  /** The first one first. */
  readonly all: () => readonly LeftOut[];
  /** Puts it in the place of an earlier one of the same selection. */
  readonly add: (one: LeftOut) => void;
  /** Whether there was one. */
  readonly remove: (selection: Selection) => boolean;
}

type Told = Pick<Snapshot, "from" | "incarnation" | "sha256">;

const covers = (
  { from, incarnation, sha256 }: Selection,
  told: Pick<Told, "from" | "incarnation"> & Partial<Told>,
): boolean =>
  from === told.from &&
  (incarnation === undefined || incarnation === told.incarnation) &&
  (sha256 === undefined || sha256 === told.sha256);

/** Whether nothing of it counts. Of a whole source, without a hash, whether nothing that it ever sends does. */
export const isLeftOut = (
  decisions: readonly Selection[],
  told: Pick<Told, "from" | "incarnation"> & Partial<Told>,
): boolean => decisions.some((one) => one.team === undefined && covers(one, told));

/** The lines that count, of one that does. A team that the writer withholds is none that was named here. */
export const countedLines = (decisions: readonly Selection[], told: Told, lines: Lines): Lines => {
  const teams = new Set(
    decisions.flatMap((one) => (one.team !== undefined && covers(one, told) ? [one.team] : [])),
  );
  const isNamed = namesTeam(teams);
  return teams.size === 0 ? lines : linesWhere(lines, (said) => !isNamed(said));
};

export const sameSelection = (one: Selection, other: Selection): boolean =>
  one.from === other.from &&
  one.incarnation === other.incarnation &&
  one.sha256 === other.sha256 &&
  one.team === other.team;
