/** Who signed a number of the committee file: the evidence that members show each other. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { CommitteeReference } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";

export interface SignedNumber extends CommitteeReference {
  /** Of a signer whom no number that is used names, the fingerprint. */
  readonly signers: readonly string[];
}

/** The numbers with the handles of their signers, as the members were called last. */
export const signedNumbers = (
  vault: Vault,
  { chain }: Pick<CommitteeInUse, "chain">,
  numbers: readonly CommitteeReference[],
): readonly SignedNumber[] => {
  const handles = new Map<string, Handle>(
    chain.flatMap(({ members }) => members).map(({ fingerprint, handle }) => [fingerprint, handle]),
  );
  const kept = vault.committee.all();
  return numbers.map(({ number, hash }) => {
    const signers = kept.find(({ sha256 }) => sha256 === hash)?.signers ?? [];
    return { number, hash, signers: signers.map((one) => handles.get(one) ?? one) };
  });
};
