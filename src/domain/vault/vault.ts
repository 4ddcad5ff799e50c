/** The vault as the rest of the program sees it: an open store, and the door to it. */
import type { Campaign } from "../campaign/campaign.ts";
import type { CampaignStore } from "../campaign/store.ts";
import type { Attestation, AttestationStore } from "../committee/attestation.ts";
import type { Identity, IdentityStore } from "../committee/identity.ts";
import type { CommitteeStore } from "../committee/store.ts";
import type { DeliveryStore } from "../letters/delivery.ts";
import type { DemandStore } from "../letters/demand-state.ts";
import type { FactStore } from "../letters/fact.ts";
import type { PublicationStore } from "../letters/publication.ts";
import type { SignersStore } from "../letters/signers.ts";
import type { LetterStore } from "../letters/store.ts";
import type { DuplicateStore } from "../people/duplicates/store.ts";
import type { ImportStore } from "../people/import/store.ts";
import type { PeopleStore } from "../people/store.ts";
import type { PledgeStore } from "../pledges/store.ts";
import type { Result } from "../result.ts";
import type { StructureTestStore } from "../structure-tests/structure-test.ts";
import type { TallyStore } from "../tallies/store.ts";
import type { VaultFailure } from "./failures.ts";
import type { Finding } from "./finding.ts";

/** An open vault. Close it, or its last commit stays in the write-ahead log (which is encrypted too). */
export interface Vault {
  readonly campaign: CampaignStore;
  readonly people: PeopleStore;
  readonly pledges: PledgeStore;
  readonly imports: ImportStore;
  readonly duplicates: DuplicateStore;
  readonly structureTests: StructureTestStore;
  readonly letters: LetterStore;
  readonly demands: DemandStore;
  readonly facts: FactStore;
  readonly deliveries: DeliveryStore;
  readonly publications: PublicationStore;
  readonly identity: IdentityStore;
  readonly attestation: AttestationStore;
  readonly committee: CommitteeStore;
  readonly tallies: TallyStore;
  readonly signers: SignersStore;
  /** Keeps what `change` did when it succeeds, and nothing of it when it fails or throws. Raises the generation. */
  readonly transaction: <T, F>(change: () => Result<T, F>) => Result<T, F>;
  /** Raised by every transaction that was kept, whoever's: as long as it is the same, nothing has changed. */
  readonly generation: () => number;
  /**
   * Rewrites every page and empties the log, so that nothing erased is left in the file. Throws
   * `VaultStopped` with `erasure-unfinished` where that cannot be done now; opening the vault does it then.
   */
  readonly scrub: () => void;
  readonly close: () => void;
}

export type KdfStrength = "standard" | "light";

/** What opens a vault. Both are NFC text; a passphrase as typed, words separated by single spaces. */
export type Unlock =
  | { readonly by: "passphrase"; readonly passphrase: string }
  | { readonly by: "recovery"; readonly words: string };

/**
 * The door: makes, opens, copies and checks vaults, each a folder with `vault.json` and `vault.db`.
 * All of them resolve to a failure value for what a user or a disk can cause.
 */
export interface Vaults {
  readonly exists: (folder: string) => boolean;
  readonly create: (
    folder: string,
    key: {
      readonly passphrase: string;
      readonly kdf: KdfStrength;
      /** Twenty-four words of `suggestRecovery`, when they shall open it too. */
      readonly recovery?: string;
    },
    /** What the vault holds from its first transaction on: a campaign, or whoever wants to join one. */
    first:
      | { readonly campaign: Campaign }
      | { readonly identity: Identity; readonly attestation?: Attestation },
  ) => Promise<Result<Vault, VaultFailure>>;
  readonly open: (folder: string, unlock: Unlock) => Promise<Result<Vault, VaultFailure>>;
  /** Gives the vault a new passphrase; the old one stops opening it (an old copy of `vault.json` still does). */
  readonly changePassphrase: (
    folder: string,
    unlock: Unlock,
    passphrase: string,
    kdf: KdfStrength | "keep",
  ) => Promise<Result<void, VaultFailure>>;
  /** Makes twenty-four new recovery words for a vault that is there and forgets the old ones. They open the vault only once `keep` was called. */
  readonly newRecovery: (
    folder: string,
    unlock: Unlock,
  ) => Promise<
    Result<
      { readonly words: string; readonly keep: () => Result<void, VaultFailure> },
      VaultFailure
    >
  >;
  readonly backup: (
    folder: string,
    unlock: Unlock,
    file: string,
  ) => Promise<Result<{ readonly bytes: number }, VaultFailure>>;
  /**
   * Opens the backup with `unlock` first: what cannot be opened is not restored. The restored vault
   * begins a new life: a new incarnation, which supersedes the one in the backup.
   */
  readonly restore: (
    file: string,
    folder: string,
    unlock: Unlock,
  ) => Promise<Result<void, VaultFailure>>;
  /** Checks the folder, the header and, when `unlock` opens it, every page. */
  readonly examine: (
    folder: string,
    unlock: Unlock,
  ) => Promise<Result<readonly Finding[], VaultFailure>>;
  /** Six random words of the EFF's long list, separated by spaces: 77 bits. */
  readonly suggestPassphrase: () => string;
  /** Twenty-four new recovery words, separated by spaces; they open nothing until a vault is made with them. */
  readonly suggestRecovery: () => Promise<string>;
}
