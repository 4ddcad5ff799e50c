/** Which lists were compared by voice, for the screens that show it. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { Agreement } from "../../domain/tallies/agreement.ts";
import { tokensInTeam } from "../../domain/tallies/claims.ts";
import type { MergedCounts } from "./merged-counts.ts";

export interface AgreementRow extends Pick<Agreement, "team" | "on"> {
  /** In the order of the fingerprints. */
  readonly handles: readonly (Handle | undefined)[];
  /** Which of the two we are ourselves; -1 for neither. */
  readonly own: number;
  /** Whom the two lists had, each once. */
  readonly people: number;
  /** Who is in the two lists now and was not then, each once. */
  readonly later: number;
  /** Whether tallies of both count. */
  readonly counts: boolean;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Ours first, then by handles and team. */
const inOrder = (a: AgreementRow, b: AgreementRow): number => {
  const words = ({ handles, team }: AgreementRow): string =>
    `${handles
      .map((handle) => handle ?? "")
      .toSorted()
      .join(" ")} ${team}`;
  return Number(a.own < 0) - Number(b.own < 0) || byCodeUnits(words(a), words(b));
};

export const agreementRows = (
  { agreements, signers }: Pick<MergedCounts, "agreements" | "signers">,
  handleOf: (from: Fingerprint) => Handle | undefined,
  self: Fingerprint,
): readonly AgreementRow[] =>
  agreements
    .map(({ team, on, signers: pair, tokens }) => {
      const now = pair.map((one) => signers.find(({ fingerprint }) => fingerprint === one));
      const later = now.flatMap((signer, place) => {
        const then = new Set(tokens[place]);
        return signer === undefined
          ? []
          : tokensInTeam(signer, team).filter((token) => !then.has(token));
      });
      return {
        team,
        on,
        handles: pair.map(handleOf),
        own: pair.indexOf(self),
        people: new Set(tokens.flat()).size,
        later: new Set(later).size,
        counts: now.every((signer) => signer !== undefined),
      };
    })
    .toSorted(inOrder);
