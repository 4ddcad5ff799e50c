/**
 * A committee: one number of the campaign's definition, its members and the texts that people sign.
 * `docs/committee-format.md` is the format of the file.
 */
import type { Campaign, Handle, TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { LetterName } from "../letters/letter.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Hash } from "../tallies/tally.ts";

/** The campaign as everybody in the committee shares it: without who holds the vault. */
export type Definition = Omit<Campaign, "organizer">;

export interface Member {
  readonly handle: Handle;
  readonly fingerprint: Fingerprint;
  /** The OpenPGP certificate, binary. */
  readonly certificate: Uint8Array;
  /** The certificate, binary, of the key with which the member attests letters; nothing for whoever attests none. */
  readonly attests?: Uint8Array;
  /** The teams for which the member is responsible, sorted; may be none. */
  readonly turf: readonly TeamKey[];
  /** Lost keys of the member, the first one first: what the last of them that spoke has said counts until the present key speaks. */
  readonly replaces?: readonly Fingerprint[];
}

/** A frozen text as it travels: enough for any member to have it signed and to write it out. */
export interface SharedText {
  readonly letter: LetterName;
  /** The letter's template; the reader need not have it. */
  readonly template: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** What the letter says of its place, outside the text. */
  readonly place?: string;
  readonly markdown: string;
  readonly frozenOn: Day;
}

export interface Committee {
  /** 1, 2, 3 ... */
  readonly number: number;
  /** Hash of the payload of the number before; nothing for number 1. */
  readonly prev: Hash | undefined;
  /** How many members must sign the next number. */
  readonly needs: number;
  readonly asOf: Day;
  readonly definition: Definition;
  /** Sorted by handle; each handle and each fingerprint once. */
  readonly members: readonly Member[];
  /** Sorted by letter; one text a letter. */
  readonly texts: readonly SharedText[];
}

/** A number as it is kept: the bytes that were signed, and who vouches for them. */
export interface KeptCommittee {
  readonly number: number;
  readonly sha256: Hash;
  readonly payload: Uint8Array;
  /** Signature packets, each by another member. */
  readonly signatures: readonly Uint8Array[];
  /** Whose they are, in the same order: judged when the file was taken in. */
  readonly signers: readonly Fingerprint[];
  /** The fingerprints of the members, in the order of the file: read from their certificates when it was taken in. */
  readonly fingerprints: readonly Fingerprint[];
  /** Adopted by comparing words (or made by us as number 1): the chain begins here. */
  readonly anchor: boolean;
}
