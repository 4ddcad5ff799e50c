/** OpenPGP as the rest of the program sees it; implemented by `adapters/openpgp`. */
import type { Handle } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { Result } from "../result.ts";
import type { Certificate, Revoked } from "./certificate.ts";
import type {
  CertificateFailure,
  ReaderUnusable,
  UnsealFailure,
  Unusable,
  Verdict,
} from "./failures.ts";

/** A key pair of our own. The secret half lives in the vault only and is not locked a second time there. */
export interface NewKey {
  readonly certificate: Certificate;
  /** The transferable secret key, in binary. */
  readonly secret: Uint8Array;
  /** A revocation certificate for it, armored. */
  readonly revocation: string;
}

/** What was in a sealed file: bytes, and signatures over them that nobody has checked yet. */
export interface Unsealed {
  readonly payload: Uint8Array;
  /** Signature packets in binary, each with its header: a detached signature over `payload`. */
  readonly signatures: readonly Uint8Array[];
}

/** What a sealed file shows to whoever holds it, without any key. */
export interface Outside {
  /** In bytes, as it is. */
  readonly size: number;
  readonly armored: boolean;
  /** Key ids of the readers, 16 hex digits; nothing for one whose key id is hidden. */
  readonly readers: readonly (string | undefined)[];
  /** Bytes of the encrypted part: what is in it is about this long. */
  readonly sealedBytes: number;
}

/** The certificates in a join file. */
export interface JoinCertificates {
  readonly member: Certificate;
  /** Of the key with which she attests letters. */
  readonly attests?: Certificate;
}

export interface OpenPgp {
  /** Loads what the rest needs, 60 ms, while something else is waited for. Nothing has to call it. */
  readonly ready: () => Promise<void>;
  /** A key of the one profile that every reader takes, with the handle as its only user id; made at 00:00 UTC of `day`. */
  readonly makeKey: (handle: Handle, day: Day) => Promise<NewKey>;
  /** A key for attesting letters: of the same profile, signing only, with `attestationUserId` and no handle. */
  readonly makeAttestationKey: (day: Day) => Promise<NewKey>;
  /** Reads one certificate, armored or binary. What others certified about it is dropped. */
  readonly readCertificate: (file: Uint8Array) => Promise<Result<Certificate, CertificateFailure>>;
  /** Two certificates of one key in one: what either of them says; nothing where `file` is another key's. */
  readonly renewCertificate: (
    present: Uint8Array,
    file: Uint8Array,
  ) => Promise<Result<Certificate | undefined, CertificateFailure>>;
  /** How the key was revoked; nothing for one that is not. */
  readonly revokedAs: (certificate: Uint8Array) => Promise<Revoked | undefined>;
  /** Our own certificate with our own revocation in it, in binary. */
  readonly withRevocation: (
    certificate: Pick<Certificate, "bytes">,
    revocation: string,
  ) => Promise<Uint8Array>;
  /** `readCertificate`, of a key that attests letters and does nothing else. */
  readonly readAttestation: (file: Uint8Array) => Promise<Result<Certificate, CertificateFailure>>;
  /** Reads a member's certificate, and one behind it with which she attests letters where there is one. */
  readonly readJoinFile: (
    file: Uint8Array,
  ) => Promise<Result<JoinCertificates, CertificateFailure>>;
  /** Why nothing can be encrypted to it now, or nothing. */
  readonly unusable: (certificate: Uint8Array) => Promise<Unusable | undefined>;
  /** The fingerprint in fifteen words of BIP 39, the last of which holds five check bits. */
  readonly words: (certificate: Pick<Certificate, "fingerprint">) => Promise<readonly string[]>;
  /** A detached binary signature (type 0x00), dated 00:00 UTC of `day`. */
  readonly sign: (payload: Uint8Array, secret: Uint8Array, day: Day) => Promise<Uint8Array>;
  /** A detached text signature (type 0x01), dated in the same way: over the text with CRLF for LF, trailing blanks included. */
  readonly signText: (text: string, secret: Uint8Array, day: Day) => Promise<Uint8Array>;
  /**
   * One binary message: the payload with its signatures, encrypted to every reader, not compressed, no
   * file name, literal date 00:00 UTC of `day`. Readers are hidden unless `named`. Fails by name for the
   * first reader that cannot be used; nothing is left out silently. No signature at all is a message that nobody signed.
   */
  readonly seal: (message: {
    readonly payload: Uint8Array;
    readonly signatures: readonly Uint8Array[];
    readonly readers: readonly Uint8Array[];
    readonly named: boolean;
    readonly day: Day;
  }) => Promise<Result<Uint8Array, ReaderUnusable>>;
  /**
   * Opens a message, binary or armored, with our secret key. Checks bounds before anything is
   * decrypted; refuses everything around and behind the one encrypted part, and inside it everything but
   * one literal with its signatures. Says nothing about who signed.
   */
  readonly unseal: (
    file: Uint8Array,
    secret: Uint8Array,
  ) => Promise<Result<Unsealed, UnsealFailure>>;
  /** Judges one signature over the payload by a certificate, at the signature's own day. */
  readonly verify: (
    payload: Uint8Array,
    signature: Uint8Array,
    certificate: Uint8Array,
  ) => Promise<Verdict>;
  /** The same, of a text signature. */
  readonly verifyText: (
    text: string,
    signature: Uint8Array,
    certificate: Uint8Array,
  ) => Promise<Verdict>;
  /** The day on which a signature says it was made; nothing for what is no signature packet. */
  readonly signedOn: (signature: Uint8Array) => Promise<Day | undefined>;
  /** What a file shows without a key; nothing when it is no OpenPGP message. */
  readonly outside: (file: Uint8Array) => Promise<Outside | undefined>;
  /** ASCII armor around a message, a certificate or a signature. */
  readonly armor: (
    kind: "message" | "certificate" | "signature",
    bytes: Uint8Array,
  ) => Promise<string>;
  /** The binary of one armored block with nothing but white space around it, or of a file that is binary already; nothing for anything else. */
  readonly dearmor: (file: Uint8Array) => Promise<Uint8Array | undefined>;
}
