/**
 * Who claims more people than there are: in a team, in her turf or in the unit. Told by signer and place,
 * never by person. It shows that a list is wrong, or a size; which lines are, nobody can tell from outside.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Claim } from "./claims.ts";
import { sizeOfTurf } from "./sizes.ts";
import type { Sizes } from "./sizes.ts";
import type { United } from "./unite.ts";

export interface AboveSize {
  readonly signer: Fingerprint;
  readonly of: "team" | "turf" | "unit";
  /** Of what she passes on from others, and not of what she says herself. */
  readonly relayed?: true;
  /** Of a team. */
  readonly team?: TeamKey;
  /** Whom she claims there for any action, over all her lives and copies, each token once. */
  readonly people: number;
  /** Whom our committee file has there. */
  readonly size: number;
}

interface Tallied {
  all: number;
  inTurf: number;
  readonly byTeam: Map<TeamKey, number>;
}

const isClaimed = ({ actions }: Claim): boolean => actions.some(({ live }) => live);

/** By the signers' places; supporters are outside the unit, and so in no size. */
const claimedBy = ({ signers, cohorts }: United): readonly Tallied[] => {
  const found = signers.map((): Tallied => ({ all: 0, inTurf: 0, byTeam: new Map() }));
  for (const { people, supporter, claims } of cohorts) {
    if (supporter) continue;
    for (const claim of claims) {
      const tallied = found[claim.signer];
      if (tallied === undefined || !isClaimed(claim)) continue;
      tallied.all += people;
      if (claim.inTurf) tallied.inTurf += people;
      for (const team of claim.teams)
        tallied.byTeam.set(team, (tallied.byTeam.get(team) ?? 0) + people);
    }
  }
  return found;
};

/** Sorted by signer; of each the unit first, then teams by key, then the turf. */
export const aboveSizes = (united: United, sizes: Sizes): readonly AboveSize[] =>
  claimedBy(united)
    .flatMap(({ all, inTurf, byTeam }, place) => {
      const found = united.signers[place];
      if (found === undefined) throw new Error("a claim by no signer");
      const { fingerprint: signer, turf } = found;
      const relayed = found.relayed === true ? { relayed: true as const } : {};
      const above = (one: Omit<AboveSize, "signer" | "size" | "relayed">, size = Infinity) =>
        one.people > size ? [{ signer, ...relayed, ...one, size }] : [];
      return [
        ...above({ of: "unit", people: all }, sizes.unit),
        ...[...byTeam]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([team, people]) => above({ of: "team", team, people }, sizes.teams.get(team))),
        ...above({ of: "turf", people: inTurf }, sizeOfTurf(sizes, turf)),
      ];
    })
    .toSorted((a, b) => (a.signer < b.signer ? -1 : Number(a.signer > b.signer)));

/** Whether a claim is part of what its signer claims above a size: then no threshold may rest on it. */
export const isPartOf =
  (above: readonly AboveSize[], signers: United["signers"]) =>
  ({ signer, inTurf, teams }: Claim): boolean =>
    above.some(
      (one) =>
        one.signer === signers[signer]?.fingerprint &&
        one.relayed === signers[signer].relayed &&
        (one.of === "unit" ||
          (one.of === "turf" && inTurf) ||
          (one.team !== undefined && teams.includes(one.team))),
    );
