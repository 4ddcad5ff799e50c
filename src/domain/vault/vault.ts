/** The vault as the rest of the program sees it: an open store, and the door to it. */
import type { AuditStore } from "../audits/store.ts";
import type { Campaign } from "../campaign/campaign.ts";
import type { CampaignStore } from "../campaign/store.ts";
import type { Attestation, AttestationStore } from "../committee/attestation.ts";
import type { Identity, IdentityStore } from "../committee/identity.ts";
import type { CommitteeStore } from "../committee/store.ts";
import type { CountStore } from "../counts/store.ts";
import type { Day } from "../day.ts";
import type { HandoverStore } from "../handovers/store.ts";
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
import type { BundleStore } from "../relay/bundle.ts";
import type { Result } from "../result.ts";
import type { Brought } from "../recovery/check-shares.ts";
import type { ShareFailure } from "../recovery/failures.ts";
import type { Share } from "../recovery/share.ts";
import type { BackupStore } from "../retention/backups.ts";
import type { FreeTextStore } from "../retention/free-texts.ts";
import type { RetentionStore } from "../retention/retention.ts";
import type { StructureTestStore } from "../structure-tests/structure-test.ts";
import type { AgreementStore } from "../tallies/agreement.ts";
import type { LeftOutStore } from "../tallies/left-out.ts";
import type { TallyStore } from "../tallies/store.ts";
import type { VaultFailure } from "./failures.ts";
import type { Finding } from "./finding.ts";

/** An open vault. Close it, or its last commit stays in the write-ahead log (which is encrypted too). */
export interface Vault {
  readonly campaign: CampaignStore;
  readonly leftOut: LeftOutStore;
  readonly agreements: AgreementStore;
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
  readonly counts: CountStore;
  readonly identity: IdentityStore;
  readonly attestation: AttestationStore;
  readonly committee: CommitteeStore;
  readonly tallies: TallyStore;
  readonly bundles: BundleStore;
  readonly audits: AuditStore;
  readonly handovers: HandoverStore;
  readonly signers: SignersStore;
  readonly retention: RetentionStore;
  readonly freeTexts: FreeTextStore;
  readonly backups: BackupStore;
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

/** What opens a vault. Text is NFC; a passphrase as typed, words separated by single spaces. Keys are 32 bytes. */
export type Unlock =
  | { readonly by: "passphrase"; readonly passphrase: string; readonly keyFile?: Uint8Array }
  | { readonly by: "recovery"; readonly words: string }
  | { readonly by: "shares"; readonly key: Uint8Array };

/** One of the things that open a vault; its header says no more of it. */
export interface WayIn {
  /** 1, 2, 3 ... in the order in which they came. */
  readonly number: number;
  readonly kind: "passphrase" | "passphrase-and-key-file" | "recovery" | "shares";
}

/** A new passphrase, with a key file where both are needed. */
export interface NewPassphrase {
  readonly passphrase: string;
  readonly keyFile?: Uint8Array;
  /** `keep`: as strong as the vault's first passphrase. */
  readonly kdf: KdfStrength | "keep";
}

/** Something new that opens the vault as soon as `keep` was called, and not before. */
export interface Unkept<T> {
  readonly made: T;
  readonly keep: () => Result<void, VaultFailure>;
}

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
  /** What opens the vault, read from its header without any key. */
  readonly ways: (folder: string) => Result<readonly WayIn[], VaultFailure>;
  /**
   * Puts a new passphrase in the place of the one in `unlock`, which stops opening the vault (an old copy of `vault.json` still
   * opens with it). Opened otherwise, the new one takes the place of the only passphrase, and comes beside several.
   */
  readonly changePassphrase: (
    folder: string,
    unlock: Unlock,
    wanted: NewPassphrase,
  ) => Promise<Result<void, VaultFailure>>;
  /** Another passphrase beside those that there are. */
  readonly addPassphrase: (
    folder: string,
    unlock: Unlock,
    wanted: NewPassphrase,
  ) => Promise<Result<void, VaultFailure>>;
  /** Takes away the way in of that number; never the last one, and never the last passphrase. */
  readonly removeWay: (
    folder: string,
    unlock: Unlock,
    number: number,
  ) => Promise<Result<WayIn, VaultFailure>>;
  /**
   * Encrypts everything anew under a new data key. What `unlock` is opens the vault afterwards and nothing else does; gives the
   * kinds of what does not any more.
   */
  readonly rekey: (
    folder: string,
    unlock: Unlock,
  ) => Promise<Result<readonly WayIn["kind"][], VaultFailure>>;
  /** Destroys the vault, what opens it first. Gives what else is in its folder, and stays. Backups are not looked for. */
  readonly destroy: (
    folder: string,
    unlock: Unlock,
  ) => Promise<Result<readonly string[], VaultFailure>>;
  /** Makes twenty-four new recovery words for a vault that is there and, once they are kept, forgets the old ones. */
  readonly newRecovery: (
    folder: string,
    unlock: Unlock,
  ) => Promise<Result<Unkept<string>, VaultFailure>>;
  /** Splits a new recovery key into `of` shares, of which `need` open the vault; once they are kept, earlier shares are void. */
  readonly newShares: (
    folder: string,
    unlock: Unlock,
    count: { readonly need: number; readonly of: number },
  ) => Promise<Result<Unkept<readonly Share[]>, VaultFailure>>;
  /** What shares open, each checked by itself: against the header of the vault, or, for a backup, against each other. */
  readonly combineShares: (
    brought: readonly Brought[],
    folder?: string,
  ) => Promise<Result<Unlock, VaultFailure | ShareFailure>>;
  /** A key file that nobody had before: its text, and the key in it. */
  readonly newKeyFile: () => { readonly key: Uint8Array; readonly text: string };
  /** The key in the text of a key file; nothing where it is none, or damaged. */
  readonly keyInFile: (text: string) => Uint8Array | undefined;
  /** Writes one new file, and notes in the vault that there is one. */
  readonly backup: (
    folder: string,
    unlock: Unlock,
    to: { readonly file: string; readonly day: Day },
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
  /** Checks the folder, the header and, unless `quick`, every page and every row. */
  readonly examine: (
    folder: string,
    unlock: Unlock,
    how?: { readonly quick: boolean },
  ) => Promise<Result<readonly Finding[], VaultFailure>>;
  /** Six random words of the EFF's long list, separated by spaces: 77 bits. */
  readonly suggestPassphrase: () => string;
  /** log10 of how many guesses a passphrase of somebody's own takes. */
  readonly strengthOf: (passphrase: string) => Promise<number>;
  /** Twenty-four new recovery words, separated by spaces; they open nothing until a vault is made with them. */
  readonly suggestRecovery: () => Promise<string>;
}
