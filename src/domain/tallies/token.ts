/**
 * What stands for a person in a tally. Both are made from the random pledge code, never from a name: a
 * pseudonym of a name is a name to whoever holds the staff list.
 */
import type { PledgeCode } from "../pledges/code.ts";
import type { Hashes } from "../ports.ts";
import { toBase64url } from "../text/bytes.ts";
import type { Source, Token } from "./tally.ts";

const encoder = new TextEncoder();

/** For one list at a time: making room anew for each takes a third of the time of a token. */
const room = new Uint8Array(256);

/** Bytes kept of a hash: enough that no two people share a token by chance. */
const kept = 16;

/**
 * RFC 8785 of a list of three texts. UUIDs, fingerprints and codes hold nothing that JSON
 * escapes, and the general writer would take as long as the hash. Good until it is called again.
 */
const listed = (tag: string, first: string, second: string): Uint8Array => {
  const { written } = encoder.encodeInto(`["${tag}","${first}","${second}"]`, room);
  return room.subarray(0, written);
};

/** The same for everybody who was told the code; another one in every campaign. `campaign` is its UUID. */
export const tokenOf = (
  hashes: Pick<Hashes, "sha256">,
  campaign: string,
  code: PledgeCode,
): Token =>
  toBase64url(hashes.sha256(listed("pledge/v1/token", campaign, code)).subarray(0, kept)) as Token;

/** Shows to whoever holds the code that this source held it too, where a copied token alone does not. */
export const proofOf = (
  hashes: Pick<Hashes, "hmacSha256">,
  code: PledgeCode,
  { from, incarnation }: Source,
): string =>
  toBase64url(
    hashes
      .hmacSha256(encoder.encode(code), listed("pledge/v1/proof", from, incarnation))
      .subarray(0, kept),
  );
