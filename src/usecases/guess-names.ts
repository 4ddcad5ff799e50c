/**
 * What an employer would try with a committee's key, its tallies and the staff list: to find somebody's name
 * behind a line. Every guess is made the way files like these are often made, and must find nothing.
 */
import type { Hashes } from "../domain/ports.ts";
import type { Tally } from "../domain/tallies/tally.ts";
import { canonicalJson } from "../domain/text/canonical-json.ts";
import { toBase64url } from "../domain/text/bytes.ts";

/** The ways in which a name is written down before it is hashed. */
const spellings = (name: string): readonly string[] => {
  const folded = name.normalize("NFC").toLowerCase();
  const words = folded.split(/\s+/u);
  return [
    name,
    folded,
    words.join(""),
    words.join("."),
    words.toReversed().join(" "),
    `${words.join(".")}@example.com`,
  ];
};

const encoder = new TextEncoder();

/** Everything in the tallies that a line's token or proof could have been keyed with, and is known to a member. */
const keysOf = (tallies: readonly Tally[]): readonly string[] => [
  ...new Set(
    tallies.flatMap(({ campaign, committee, from, incarnation }) => [
      campaign,
      committee.hash,
      from,
      incarnation,
    ]),
  ),
];

/** The names for which some guess gives a token or a proof of the tallies. */
export const namesGuessed = (
  { sha256, hmacSha256 }: Hashes,
  tallies: readonly Tally[],
  staff: readonly string[],
): readonly string[] => {
  const wanted = new Set(
    tallies.flatMap(({ lines }) => lines.flatMap(({ token, proof }) => [token as string, proof])),
  );
  const short = (digest: Uint8Array): string => toBase64url(digest.subarray(0, 16));
  const keys = keysOf(tallies).map((key) => ({ key, bytes: encoder.encode(key) }));
  const isFound = (text: string): boolean => {
    const bytes = encoder.encode(text);
    return (
      wanted.has(text) ||
      wanted.has(short(sha256(bytes))) ||
      keys.some(
        ({ key, bytes: keyBytes }) =>
          wanted.has(short(hmacSha256(keyBytes, bytes))) ||
          wanted.has(short(hmacSha256(bytes, keyBytes))) ||
          wanted.has(short(sha256(encoder.encode(key + text)))) ||
          wanted.has(short(sha256(encoder.encode(canonicalJson(["pledge/v1/token", key, text]))))),
      )
    );
  };
  return staff.filter((name) => spellings(name).some(isFound));
};
