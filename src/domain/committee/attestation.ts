/** The key with which the holder of this vault attests letters: another one than her own, which signs tallies. */
import type { Fingerprint } from "../sealing/certificate.ts";

export interface Attestation {
  readonly fingerprint: Fingerprint;
  /** Binary. */
  readonly certificate: Uint8Array;
  /** Binary; leaves the vault never. */
  readonly secret: Uint8Array;
  /** Armored revocation certificate. */
  readonly revocation: string;
}

export interface AttestationStore {
  /** Nothing until it was first needed. */
  readonly get: () => Attestation | undefined;
  readonly save: (attestation: Attestation) => void;
}
