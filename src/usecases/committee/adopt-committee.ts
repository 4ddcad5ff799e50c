/** A number whose signer's words were compared becomes the anchor: the chain begins with it, and the vault goes by it. */
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Identity } from "../../domain/committee/identity.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { goByCommittee } from "./go-by-committee.ts";
import type { OpenedCommittee } from "./open-committee-file.ts";

/** The key with which this vault may adopt a committee file, or why it may not. */
export const keyToJoin = (vault: Vault): Result<Identity, CommitteeFailure> => {
  const identity = vault.identity.get();
  const founded = vault.campaign.find() !== undefined && vault.committee.all().length === 0;
  // A vault that `init` made holds people of a campaign that the committee's is not.
  return identity === undefined || founded ? fail({ type: "campaign-there" }) : ok(identity);
};

/** Whether the file is of the campaign that the vault is about, if it is about one. */
export const isOurCampaign = (vault: Vault, { committee }: OpenedCommittee): boolean => {
  const campaign = vault.campaign.find();
  return campaign === undefined || campaign.id === committee.definition.id;
};

/**
 * Keeps the number as the anchor, with its campaign and texts. Of anchors the one of the highest number holds, so those
 * that would stand in its way are anchors no longer: so a fork is left behind, whichever side was adopted first.
 */
export const adoptCommittee = (
  { vault, hashes }: { readonly vault: Vault; readonly hashes: Pick<Hashes, "sha256"> },
  identity: Identity,
  { committee, reference, signers, self, unsealed }: OpenedCommittee,
): void => {
  const { number, hash: sha256 } = reference;
  vault.transaction(() => {
    for (const kept of vault.committee.all()) {
      if (kept.anchor && kept.number >= number) vault.committee.keep({ ...kept, anchor: false });
    }
    vault.committee.keep({
      number,
      sha256,
      payload: unsealed.payload,
      signatures: unsealed.signatures,
      signers: signers.map(({ fingerprint }) => fingerprint),
      fingerprints: committee.members.map(({ fingerprint }) => fingerprint),
      anchor: true,
    });
    // The file decides what the others call us.
    if (identity.handle !== self.handle) vault.identity.save({ ...identity, handle: self.handle });
    goByCommittee(vault, hashes.sha256);
    return ok(undefined);
  });
};
