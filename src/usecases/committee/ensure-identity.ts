/** The key of whoever holds the vault: made by `join` with the vault, and for a founder when others first come in. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Identity } from "../../domain/committee/identity.ts";
import type { Day } from "../../domain/day.ts";
import type { Randomness } from "../../domain/ports.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Incarnation } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import { newUuid } from "../../domain/text/uuid.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { keepFirst } from "./keep-first.ts";

export interface KeyDeps {
  readonly openpgp: Pick<OpenPgp, "makeKey">;
  readonly random: Randomness;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** A new key under the handle, and a new life of a vault. Kept nowhere yet. */
export const newIdentity = async (
  { openpgp, random, universalDay }: KeyDeps,
  handle: Handle,
): Promise<Identity> => {
  const { certificate, secret, revocation } = await openpgp.makeKey(handle, universalDay);
  return {
    handle,
    fingerprint: certificate.fingerprint,
    certificate: certificate.bytes,
    secret,
    revocation,
    incarnation: newUuid(random) as Incarnation,
    supersedes: [],
    exchangeName: toHex(random.bytes(8)),
  };
};

/** The key in the vault; made and kept, under the campaign's own handle, where there is none yet. */
export const ensureIdentity = async (
  deps: KeyDeps & { readonly vault: Vault },
): Promise<Identity> => {
  const { vault } = deps;
  const present = vault.identity.get();
  if (present !== undefined) return present;
  const made = await newIdentity(deps, vault.campaign.get().organizer);
  return keepFirst(vault, vault.identity, made);
};
