/**
 * What contradicts itself in what one source has sent, tallies and bundles alike. Worked out of the hashes that are kept of everything
 * that ever came, so it is told until somebody decides between the copies, and not only by the merge that met it.
 */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { Signer } from "../../domain/tallies/claims.ts";
import { isLeftOut } from "../../domain/tallies/left-out.ts";
import type { Selection } from "../../domain/tallies/left-out.ts";
import { forksOf } from "../../domain/tallies/take-in.ts";
import type { Held } from "../../domain/tallies/snapshot.ts";
import type { Hash, Incarnation, Source } from "../../domain/tallies/tally.ts";

/** Two payloads under one number, or two lives of a vault of which neither takes the other's place. */
export type ForkRow = {
  readonly of: "tally" | "bundle";
  readonly handle: Handle | undefined;
  readonly from: Fingerprint;
  /** Whether it is this vault's key. */
  readonly own: boolean;
} & (
  | {
      readonly incarnation: Incarnation;
      readonly seq: number;
      /** Sorted, two or more. */
      readonly hashes: readonly Hash[];
    }
  | { readonly incarnations: readonly Incarnation[] }
);

export interface ForkDeps {
  readonly handleOf: (from: Fingerprint) => Handle | undefined;
  /** Our own key, in this life of the vault. */
  readonly identity: { readonly fingerprint: Fingerprint; readonly incarnation: Incarnation };
  readonly leftOut: readonly Selection[];
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const isOwnLife = ({ identity }: ForkDeps, { from, incarnation }: Source): boolean =>
  from === identity.fingerprint && incarnation === identity.incarnation;

const whose = ({ handleOf, identity }: ForkDeps, from: Fingerprint) => ({
  handle: handleOf(from),
  from,
  own: from === identity.fingerprint,
});

/** Inside one source; of our own life, what we wrote (`ownHash`, by number) stands against what is held in our name. */
export const forksIn = (
  deps: ForkDeps,
  of: ForkRow["of"],
  held: Pick<Held, "from" | "incarnation" | "links">,
  ownHash: (seq: number) => Hash | undefined,
): readonly ForkRow[] => {
  const { from, incarnation, links } = held;
  const own = isOwnLife(deps, held)
    ? links.flatMap(({ seq }) => {
        const sha256 = ownHash(seq);
        return sha256 === undefined ? [] : [{ seq, sha256, prev: undefined }];
      })
    : [];
  const counts = (sha256: Hash): boolean => !isLeftOut(deps.leftOut, { from, incarnation, sha256 });
  return (
    forksOf({ links: [...links, ...own] })
      // Where all but one are left out, somebody has decided between them.
      .filter(({ hashes }) => hashes.filter(counts).length > 1)
      .map(({ seq, hashes }) => ({ of, ...whose(deps, from), incarnation, seq, hashes }))
  );
};

/** Lives of one vault side by side. */
export const doubleLives = (
  deps: ForkDeps,
  of: ForkRow["of"],
  signers: readonly {
    readonly fingerprint: Fingerprint;
    readonly copies: readonly Pick<Signer["copies"][number], "incarnation">[];
  }[],
): readonly ForkRow[] =>
  signers.flatMap(({ fingerprint, copies }) => {
    const incarnations = [...new Set(copies.map(({ incarnation }) => incarnation))];
    return incarnations.length < 2
      ? []
      : [
          {
            of,
            ...whose(deps, fingerprint),
            incarnations: incarnations.toSorted(byCodeUnits),
          },
        ];
  });
