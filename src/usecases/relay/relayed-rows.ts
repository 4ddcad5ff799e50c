/** What members pass on of others, for the screens that show it. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import { tokensWhere } from "../../domain/tallies/lines.ts";
import type { RelayedClaim } from "../../domain/relay/relayed.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";

export interface RelayedRow {
  /** The member on whose word it rests. */
  readonly handle: Handle | undefined;
  readonly from: Fingerprint;
  /** Those who wrote it. */
  readonly writers: number;
  /** Whom they have, each token once. */
  readonly people: number;
  readonly oldest: Day;
}

export const relayedRows = (
  { relayed }: { readonly relayed: readonly RelayedClaim[] },
  handleOf: (from: Fingerprint) => Handle | undefined,
): readonly RelayedRow[] =>
  relayed.map(({ by, writers, oldest, signer }) => ({
    handle: handleOf(by),
    from: by,
    writers: writers.length,
    people: new Set(signer.copies.flatMap(({ lines }) => tokensWhere(lines, () => true))).size,
    oldest,
  }));
